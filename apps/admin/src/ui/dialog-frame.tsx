import { Dialog, Heading, Paragraph } from '@digdir/designsystemet-react'
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './dialog-frame.module.css'

type Props = {
  open?: boolean
  title: string
  lead?: ReactNode
  size?: 'wide' | 'widest'
  close: () => void
  children: ReactNode
}

/** A dialog with its title; what is in it begins anew each time it opens. */
export function DialogFrame({ open = true, title, lead, size, close, children }: Props) {
  const { t } = useTranslation()
  const heading = useId()
  return (
    <Dialog
      open={open}
      onClose={close}
      closeButton={t('close')}
      aria-labelledby={heading}
      className={size ? (styles[size] ?? '') : ''}
    >
      <Heading level={2} data-size="sm" id={heading}>
        {title}
      </Heading>
      {lead !== undefined && <Paragraph className="ts-muted">{lead}</Paragraph>}
      {open && children}
    </Dialog>
  )
}

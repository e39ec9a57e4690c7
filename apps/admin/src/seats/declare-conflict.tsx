import { Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import styles from './seats.module.css'

type Props = {
  round: string
  entry: string
  /** Where to go from an entry that is not there any more. */
  gone: () => void
}

/** Somebody who is to judge an entry says that they may not. */
export function DeclareConflict(props: Props) {
  const { t } = useTranslation('seats')
  const { t: frame } = useTranslation()
  const heading = useId()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('conflict.declare')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        closeButton={frame('close')}
        aria-labelledby={heading}
      >
        <Heading level={2} data-size="sm" id={heading}>
          {t('conflict.declareTitle')}
        </Heading>
        <Paragraph className="ts-muted">{t('conflict.declareLead')}</Paragraph>
        {open && <Form {...props} />}
      </Dialog>
    </>
  )
}

function Form({ round, entry, gone }: Props) {
  const { t } = useTranslation('seats')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const cache = useQueryClient()
  const declare = useMutation(
    trpc.conflicts.declare.mutationOptions({
      onSuccess: async () => {
        gone()
        await cache.invalidateQueries()
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (reason.trim() !== '') declare.mutate({ round, entry, reason })
  }
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Textfield
        label={t('conflict.reason')}
        description={t('conflict.declareHelp')}
        maxLength={1000}
        value={reason}
        onChange={event => setReason(event.target.value)}
        error={tried && reason.trim() === '' && t('conflict.reasonMissing')}
      />
      {declare.isError && <Problem error={declare.error} />}
      <Button type="submit" loading={declare.isPending}>
        {t('conflict.declareSubmit')}
      </Button>
    </form>
  )
}

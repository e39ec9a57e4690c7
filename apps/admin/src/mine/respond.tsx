import { Button, Dialog, Heading, Paragraph, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import styles from './mine.module.css'

type Props = { round: string; entry: string }

type Asked = Props & {
  /** They have declined, and may think again. */
  declined: boolean
}

/** Accept or decline an invitation or nomination. */
export function Respond({ round, entry, declined }: Asked) {
  const { t } = useTranslation('mine')
  const [declining, setDeclining] = useState(false)
  const respond = useRespond({ round, entry })
  return (
    <>
      <Paragraph>{t(declined ? 'respond.declinedText' : 'respond.text')}</Paragraph>
      {respond.isError && !declining && <Problem error={respond.error} />}
      <div className={styles.buttons}>
        <Button
          variant={declined ? 'secondary' : 'primary'}
          loading={respond.isPending}
          onClick={() => respond.mutate({ round, entry, accept: true })}
        >
          {t(declined ? 'respond.after' : 'respond.accept')}
        </Button>
        {!declined && (
          <Button variant="secondary" onClick={() => setDeclining(true)}>
            {t('respond.decline')}
          </Button>
        )}
      </div>
      {declining && <Decline round={round} entry={entry} close={() => setDeclining(false)} />}
    </>
  )
}

function useRespond({ round, entry }: Props) {
  const cache = useQueryClient()
  return useMutation(
    trpc.entries.respond.mutationOptions({
      onSuccess: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: trpc.entries.mine.queryKey({ round }) }),
          cache.invalidateQueries({ queryKey: trpc.answers.questionnaire.queryKey({ round, entry }) }),
        ]),
    }),
  )
}

function Decline({ round, entry, close }: Props & { close: () => void }) {
  const { t } = useTranslation('mine')
  const { t: frame } = useTranslation()
  const heading = useId()
  const [reason, setReason] = useState('')
  const respond = useRespond({ round, entry })
  return (
    <Dialog open onClose={close} closeButton={frame('close')} aria-labelledby={heading}>
      <Heading level={2} data-size="sm" id={heading}>
        {t('respond.declineTitle')}
      </Heading>
      <Paragraph>{t('respond.declineText')}</Paragraph>
      <Textfield
        label={t('respond.reason')}
        multiline
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {respond.isError && <Problem error={respond.error} />}
      <div className={styles.buttons}>
        <Button
          data-color="danger"
          loading={respond.isPending}
          onClick={() =>
            respond.mutate(
              { round, entry, accept: false, ...(reason.trim() !== '' && { reason: reason.trim() }) },
              { onSuccess: close },
            )
          }
        >
          {t('respond.decline')}
        </Button>
        <Button variant="secondary" onClick={close}>
          {frame('cancel')}
        </Button>
      </div>
    </Dialog>
  )
}

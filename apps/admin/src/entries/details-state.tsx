import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'
import { formatTime, formatTimeOf } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import styles from './details.module.css'
import { type DetailsProps, goesOn } from './details.ts'
import { DetailsContact } from './details-contact.tsx'
import { StandTag } from './stand-tag.tsx'
import { useEntriesChanged } from './use-entries-changed.ts'

type Asking = 'withdraw' | 'accept' | 'remove' | null

/** Whether an entry takes part, whom it is reached through, and the ways out. */
export function DetailsState({ round, entry, close }: DetailsProps & { close: () => void }) {
  const { t } = useTranslation('entries')
  const locale = useLocale()
  const [asking, setAsking] = useState<Asking>(null)
  const { state, submittedAt, completeUntil, reason } = entry
  const may = goesOn(round) && entry.register !== undefined
  const out = state === 'withdrawn' || state === 'declined'
  return (
    <section className={styles.part} aria-label={t('stateLabel')}>
      <h3>{t('stateLabel')}</h3>
      <div className={styles.line}>
        <StandTag entry={entry} />
        {submittedAt !== null && state === 'accepted' && (
          <span>{t('details.submitted', { at: formatTime(submittedAt, locale) })}</span>
        )}
        {state === 'nominated' && completeUntil !== null && (
          <span>
            {t('details.completeUntil', { at: formatTimeOf(completeUntil, locale, round.timeZone) })}
          </span>
        )}
      </div>
      {reason != null && <p>{t('details.because', { reason })}</p>}
      {entry.register !== undefined && <DetailsContact round={round} entry={entry} />}
      {may && (
        <div className={styles.buttons}>
          {state === 'accepted' && submittedAt === null && entry.answered > 0 && (
            <Button data-size="sm" variant="secondary" onClick={() => setAsking('accept')}>
              {t('accept.button')}
            </Button>
          )}
          {!out && (
            <Button data-size="sm" variant="secondary" onClick={() => setAsking('withdraw')}>
              {t('withdraw.button')}
            </Button>
          )}
          <Button data-size="sm" variant="tertiary" data-color="danger" onClick={() => setAsking('remove')}>
            {t('remove.button')}
          </Button>
        </div>
      )}
      {asking === 'withdraw' && <Withdraw round={round} entry={entry} done={() => setAsking(null)} />}
      {asking === 'accept' && <Accept round={round} entry={entry} done={() => setAsking(null)} />}
      <Remove
        round={round}
        entry={entry}
        open={asking === 'remove'}
        done={() => setAsking(null)}
        removed={close}
      />
    </section>
  )
}

type Ask = DetailsProps & { done: () => void }

function Withdraw({ round, entry, done }: Ask) {
  const { t } = useTranslation('entries')
  const changed = useEntriesChanged()
  const withdraw = useMutation(
    trpc.entries.withdraw.mutationOptions({ onSuccess: () => changed().then(done) }),
  )
  return (
    <ReasonDialog
      title={t('withdraw.title', { name: entry.name })}
      lead={t('withdraw.text')}
      act={t('withdraw.button')}
      pending={withdraw.isPending}
      error={withdraw.error}
      send={reason => withdraw.mutate({ round: round.id, entry: entry.id, reason })}
      close={done}
    />
  )
}

function Accept({ round, entry, done }: Ask) {
  const { t } = useTranslation('entries')
  const changed = useEntriesChanged()
  const accept = useMutation(
    trpc.entries.acceptUnsubmitted.mutationOptions({ onSuccess: () => changed().then(done) }),
  )
  return (
    <ReasonDialog
      title={t('accept.title', { name: entry.name })}
      lead={t('accept.text', { answered: entry.answered, of: entry.of })}
      act={t('accept.button')}
      pending={accept.isPending}
      error={accept.error}
      send={reason => accept.mutate({ round: round.id, entry: entry.id, reason })}
      close={done}
    />
  )
}

function Remove({ round, entry, open, done, removed }: Ask & { open: boolean; removed: () => void }) {
  const { t } = useTranslation('entries')
  const changed = useEntriesChanged()
  const remove = useMutation(
    trpc.entries.remove.mutationOptions({
      onSuccess: async () => {
        done()
        removed()
        await changed()
      },
    }),
  )
  return (
    <Confirm
      open={open}
      title={t('remove.sure', { name: entry.name })}
      text={t('remove.text', { count: entry.answered })}
      act={t('remove.button')}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => remove.mutate({ round: round.id, entry: entry.id })}
      onClose={done}
    />
  )
}

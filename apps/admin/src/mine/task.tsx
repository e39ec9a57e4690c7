import { useTranslation } from 'react-i18next'
import { formatTime, inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { EntryTag } from './entry-tag.tsx'
import styles from './mine.module.css'
import { type MyEntry, nextStep } from './my-entry.ts'
import { Participation } from './participation.tsx'
import { Respond } from './respond.tsx'
import { StepLink } from './step-link.tsx'

/** One entry: what it is, until when, how far, and the one thing to do. */
export function Task({ round, entry }: { round: string; entry: MyEntry }) {
  const { t } = useTranslation('mine')
  const step = nextStep(entry)
  return (
    <li className={styles.task}>
      <div className={styles.head}>
        <h2>{entry.name ?? t('nameless')}</h2>
        <EntryTag entry={entry} />
      </div>
      <Facts entry={entry} />
      {entry.can.includes('entries.choose') && entry.state === 'accepted' && (
        <Participation round={round} entry={entry} />
      )}
      {step === 'respond' || step === 'rethink' ? (
        <Respond round={round} entry={entry.id} declined={step === 'rethink'} />
      ) : (
        step !== null && <StepLink round={round} entry={entry.id} step={step} />
      )}
    </li>
  )
}

function Facts({ entry }: { entry: MyEntry }) {
  const { t } = useTranslation('mine')
  const locale = useLocale()
  const { deadline, progress, submittedAt } = entry
  const now = new Date()
  const isOver = deadline !== null && new Date(deadline) <= now
  return (
    <>
      {submittedAt !== null && <p>{t('submittedAt', { at: formatTime(submittedAt, locale) })}</p>}
      {deadline !== null && submittedAt === null && (
        <p data-soon={!isOver}>
          {t(isOver ? 'closed' : 'closes', {
            when: inWords(deadline, locale, now),
            at: formatTime(deadline, locale),
          })}
        </p>
      )}
      {progress !== null && (
        <p className={styles.progress}>
          <meter min={0} max={Math.max(progress.of, 1)} value={progress.answered} aria-hidden />
          {t('progress', progress)}
        </p>
      )}
    </>
  )
}

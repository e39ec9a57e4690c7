import { Button, Tag } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { formatTime, formatTimeOf } from '../ui/dates.ts'
import form from '../ui/form.module.css'
import { useLocale } from '../ui/locale.ts'
import { type Nomination, unitsOf } from './nomination.ts'
import styles from './nominations.module.css'

type Props = { round: Round; nomination: Nomination; forward: () => void; dismiss: () => void }

/** One nomination: whom, what was written, by whom, and what became of it. */
export function NominationCard({ round, nomination, forward, dismiss }: Props) {
  const { t } = useTranslation('nominations')
  const locale = useLocale()
  const { title, answers, nominator, at, ofSame, state, reason } = nomination
  const name = unitsOf(nomination)
  return (
    <article className={styles.card} aria-label={name}>
      <header className={styles.head}>
        <h2>{title ?? name}</h2>
        {title !== null && <p className="ts-muted">{name}</p>}
        <p className="ts-muted">
          {nominator
            ? t('list.by', { name: nominator.name, email: nominator.email, at: formatTime(at, locale) })
            : formatTime(at, locale)}
        </p>
        {ofSame > 1 && <Tag data-size="sm">{t('list.ofSame', { count: ofSame })}</Tag>}
      </header>
      <dl className={styles.answers}>
        {Object.entries(answers).map(([id, value]) => (
          <div key={id}>
            <dt>{round.rubric.questions[id]?.text ?? id}</dt>
            <dd>{answerText(round, id, value)}</dd>
          </div>
        ))}
      </dl>
      <Became round={round} nomination={nomination} />
      {state === 'dismissed' && reason !== null && <p>{t('list.dismissedFor', { reason })}</p>}
      {state === 'received' && (
        <div className={form.buttons}>
          <Button data-size="sm" onClick={forward}>
            {t('forward.button')}
          </Button>
          <Button data-size="sm" variant="secondary" onClick={dismiss}>
            {t('dismiss.button')}
          </Button>
        </div>
      )}
    </article>
  )
}

function answerText(round: Round, id: string, value: AnswerValue): string {
  const question = round.rubric.questions[id]
  const words = (one: string) =>
    question && 'options' in question ? (question.options[one]?.text ?? one) : one
  return typeof value === 'object' ? value.map(words).join(', ') : words(String(value))
}

/** The entry of the municipality, and until when it may answer. */
function Became({ round, nomination: { entry } }: { round: Round; nomination: Nomination }) {
  const { t } = useTranslation('nominations')
  const { t: entries } = useTranslation('entries')
  const locale = useLocale()
  if (!entry) return null
  const { state, completeUntil } = entry
  return (
    <p className={styles.became}>
      <Link to="/rounds/$round/entries" params={{ round: round.id }} search={{ entry: entry.id }}>
        {entry.name}
      </Link>
      <Tag data-size="sm" data-color={state === 'accepted' ? 'success' : 'neutral'}>
        {entries(`state.${state}`)}
      </Tag>
      {state === 'nominated' && completeUntil !== null && (
        <span>{t('list.completeUntil', { at: formatTimeOf(completeUntil, locale, round.timeZone) })}</span>
      )}
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import { formatShare } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { formatDay, inWords } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import type { RoundRow } from './round.ts'
import { RoundTags } from './round-frame.tsx'
import styles from './rounds.module.css'
import { stageMarks } from './rounds-list.ts'
import { bareTitle, useAwardTitles } from './use-award-titles.ts'

/** One round in the list: what it is, where it stands, who has answered, what comes next. */
export function RoundItem({ round }: { round: RoundRow }) {
  const { t } = useTranslation()
  const award = bareTitle(useAwardTitles()(round.award))
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <Link to="/rounds/$round" params={{ round: round.id }} className={styles.title ?? ''}>
          {round.title}
        </Link>
        <span className={styles.facts}>
          {!round.title.includes(award) && <span>{award}</span>}
          {t(`country.${round.country as 'NO'}`)}
          <span data-numeric>{round.year}</span>
          <RoundTags round={round} />
        </span>
      </div>
      <StageStrip round={round} />
      <Answered round={round} />
      <Next round={round} />
    </li>
  )
}

function StageStrip({ round }: { round: RoundRow }) {
  const { t } = useTranslation()
  const { t: tr } = useTranslation('rounds')
  const words = { done: tr('stageDone'), now: tr('stageNow'), later: tr('stageLater') }
  const marks = stageMarks(round, new Date().toISOString())
  const told = marks.findLast(({ mark }) => mark === 'now') ?? null
  return (
    <div className={styles.stages}>
      <ol aria-label={tr('stageStrip')}>
        {marks.map(({ kind, mark }) => (
          <li key={kind} data-mark={mark} title={`${t(`stage.${kind as 'jury'}`)}: ${words[mark]}`}>
            <span className="ts-visually-hidden">
              {t(`stage.${kind as 'jury'}`)}: {words[mark]}
            </span>
          </li>
        ))}
      </ol>
      <span className={styles.note}>
        {told ? `${t(`stage.${told.kind as 'jury'}`)} ${tr('stageNow')}` : null}
      </span>
    </div>
  )
}

function Answered({ round: { answered, invited, kind } }: { round: RoundRow }) {
  const { t } = useTranslation('rounds')
  const locale = useLocale()
  // Not yet this reader's to know.
  if (invited === null || answered === null) return <span />
  if (invited === 0)
    return <div className={styles.note}>{t(kind === 'record' ? 'notAsked' : 'notInvited')}</div>
  const counts = new Intl.NumberFormat(locale)
  const words = t('answered', { answered: counts.format(answered), invited: counts.format(invited) })
  return (
    <div className={styles.answered}>
      <span data-numeric>
        {words}
        <span className={styles.note}> · {formatShare(answered / invited, { decimals: 0, locale })}</span>
      </span>
      <meter min={0} max={invited} value={answered} aria-label={words} />
    </div>
  )
}

function Next({ round }: { round: RoundRow }) {
  const { t } = useTranslation('rounds')
  const locale = useLocale()
  const { nextDeadline, state, kind, publishedVersion } = round
  if (nextDeadline !== null)
    return (
      <div className={styles.next} title={formatDay(nextDeadline, locale)}>
        {t('closes', { when: inWords(nextDeadline, locale, new Date()) })}
      </div>
    )
  if (state === 'published')
    return (
      <div className={styles.note}>
        {kind === 'round' && publishedVersion !== null
          ? t('publishedAs', { version: publishedVersion })
          : t('published')}
      </div>
    )
  return <div>{t(state === 'draft' ? 'draftNext' : state === 'open' ? 'openNext' : 'evaluatedNext')}</div>
}

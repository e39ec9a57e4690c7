import { Link } from '@tanstack/react-router'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { FlagTags } from '../results/flag-tags.tsx'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { byYear, takerOf } from './history.ts'
import styles from './timeline.module.css'
import type { HistoryRow, UnitView } from './unit.ts'

/** Rounds by year, newest first. Their figures come from different methods, so no line joins them. */
export function Timeline({ rows, view }: { rows: readonly HistoryRow[]; view: UnitView }) {
  const { t } = useTranslation('units')
  const several = new Set(rows.map(row => row.method.rubric)).size > 1
  return (
    <>
      {several && <p className="ts-muted">{t('severalMethods')}</p>}
      <ol className={styles.line}>
        {byYear(rows).map(({ year, rounds }) => (
          <li key={year}>
            <strong className={styles.year}>{year}</strong>
            <ul>
              {rounds.map(row => (
                <li key={`${row.round.id} ${row.entry}`}>
                  <Took row={row} view={view} />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  )
}

function Took({ row, view }: { row: HistoryRow; view: UnitView }) {
  const { t } = useTranslation('units')
  const locale = useLocale()
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const facts = [
    row.percent === null ? null : formatShare(row.percent / 100, { decimals: 1, locale }),
    row.rank === null ? null : t('rank', { rank: whole(row.rank) }),
    row.categoryRank === null ? null : t('categoryRank', { rank: whole(row.categoryRank) }),
    row.percent === null && row.rank === null ? t(row.outcome === 'leftOut' ? 'leftOut' : 'noFigures') : null,
    row.unit === view.unit.id ? null : t('asPredecessor', { unit: takerOf(view, row.unit) }),
  ].filter(fact => fact !== null)
  return (
    <>
      <span className={styles.name}>
        <Link to="/rounds/$round/entries/$entry" params={{ round: row.round.id, entry: row.entry }}>
          {row.round.title}
        </Link>
        {row.round.kind !== 'round' && <MarkTag mark={row.round.kind} />}
        <FlagTags flags={row.flags} />
      </span>
      <span className={styles.facts} data-numeric>
        {facts.join(' · ')}
      </span>
    </>
  )
}

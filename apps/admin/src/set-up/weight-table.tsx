import { ChevronDownIcon, ChevronRightIcon, QuestionmarkDiamondIcon } from '@navikt/aksel-icons'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { Results } from '@tumstock/engine/results'
import type { Scale } from '@tumstock/rubric/contract'
import { memo, useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { combineTitle } from '../results/combine-words.ts'
import { useLocale } from '../ui/locale.ts'
import { MarkTag } from '../ui/tags.tsx'
import { SpreadMark } from './spread-mark.tsx'
import { type Editing, useEditing } from './use-draft.ts'
import { WeightField } from './weight-field.tsx'
import {
  effectiveWeights,
  sameLine,
  stepFor,
  visibleRows,
  type WeightRow,
  weightRows,
} from './weight-rows.ts'
import styles from './weights.module.css'
import { type Spread, spreadOf } from './what-if.ts'

/** More criteria than this, and the groups start closed. */
const OPEN_UP_TO = 40

/** Name, weight, what it is worth, and how the last data lie on it. */
export function WeightTable({ results, scale }: { results: Results | null; scale: Scale }) {
  const { t } = useTranslation('setUp')
  const { t: tr } = useTranslation('rubrics')
  const { round, draft, change } = useEditing()
  const { rubric, base } = round
  const rows = useMemo(
    () => weightRows(rubric, base, effectiveWeights(rubric, base, draft.weights)),
    [rubric, base, draft.weights],
  )
  const [closed, setClosed] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        rows.length > OPEN_UP_TO ? rows.filter(row => row.group && row.depth === 0).map(row => row.path) : [],
      ),
  )
  const toggle = useCallback(
    (path: string) =>
      setClosed(before => {
        const next = new Set(before)
        if (!next.delete(path)) next.add(path)
        return next
      }),
    [],
  )
  const assumed = rows.filter(row => row.assumed).length
  return (
    <div className={styles.frame}>
      {assumed > 0 && (
        <p className={styles.assumed}>
          <MarkTag mark="assumed" /> {tr('assumedCount', { count: assumed })}
        </p>
      )}
      <table className={styles.table}>
        <caption className="ts-visually-hidden">{t('step.criteria')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('criteria.criterion')}</th>
            <th scope="col" className={styles.control}>
              {t('criteria.weight')}
            </th>
            <th scope="col" className={`ts-figure ${styles.points}`}>
              {scale.unit}
            </th>
            <th scope="col" className={`ts-figure ${styles.wide} ${styles.share}`}>
              {t('criteria.share')}
            </th>
            <th scope="col" className={`${styles.wide} ${styles.last}`}>
              {t('criteria.spread')}
            </th>
          </tr>
        </thead>
        <tbody>
          {visibleRows(rows, closed).map(row => (
            <Row
              key={row.path}
              row={row}
              step={stepFor(rows.filter(other => siblings(other.path, row.path)).map(other => other.weight))}
              closed={closed.has(row.path)}
              toggle={toggle}
              change={change}
              values={results?.nodes.get(row.path)?.values}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const parentOf = (path: string) => path.slice(0, path.lastIndexOf('.'))
const siblings = (a: string, b: string) => parentOf(a) === parentOf(b)

type RowProps = {
  row: WeightRow
  step: number
  closed: boolean
  toggle: (path: string) => void
  change: Editing['change']
  values: Float64Array | undefined
}

const sameRow = (a: RowProps, b: RowProps) =>
  a.step === b.step && a.closed === b.closed && a.values === b.values && sameLine(a.row, b.row)

/** Drawn anew only when something in it changes: a move of one weight leaves most rows as they are. */
const Row = memo(function Row({ row, step, closed, toggle, change, values }: RowProps) {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const spread = useMemo(() => spreadOf(values), [values])
  const moved = row.own !== null && row.own !== row.weight
  return (
    <tr data-depth={row.depth} data-counts={row.share > 0}>
      <th scope="row">
        <span className={styles.name} data-depth={Math.min(row.depth, 4)}>
          {row.group ? (
            <button
              type="button"
              aria-expanded={!closed}
              aria-label={t(closed ? 'criteria.open' : 'criteria.close', {
                name: row.title,
                count: row.below,
              })}
              onClick={() => toggle(row.path)}
            >
              {closed ? <ChevronRightIcon aria-hidden /> : <ChevronDownIcon aria-hidden />}
            </button>
          ) : null}
          <span>
            {row.title}
            {row.assumed && (
              <QuestionmarkDiamondIcon className={styles.assumedMark} title={frame('tag.assumed')} />
            )}
            {row.combine && row.combine !== 'mean' && (
              <small>{combineTitle(row.combine, frame, locale)}</small>
            )}
          </span>
        </span>
      </th>
      <td className={styles.control}>
        <WeightField row={row} step={step} change={change} />
        {moved && (
          <small className={styles.own}>
            {t('criteria.own', { weight: new Intl.NumberFormat(locale).format(row.own ?? 0) })}
          </small>
        )}
      </td>
      <td className="ts-figure">{formatNumber(row.points, { decimals: 1, locale })}</td>
      <td className={`ts-figure ${styles.wide} ${styles.share}`}>
        {formatShare(row.share, { decimals: 1, locale })}
      </td>
      <td className={styles.wide}>
        <SpreadCell spread={spread} />
      </td>
    </tr>
  )
}, sameRow)

const SpreadCell = memo(function SpreadCell({ spread }: { spread: Spread | null }) {
  const { t } = useTranslation('setUp')
  const locale = useLocale()
  if (!spread) return <span className="ts-muted">–</span>
  const share = (value: number) => formatShare(value, { decimals: 0, locale })
  return (
    <SpreadMark
      spread={spread}
      label={t('criteria.spreadOf', {
        median: share(spread.median),
        low: share(spread.p10),
        high: share(spread.p90),
        n: spread.n,
      })}
    />
  )
})

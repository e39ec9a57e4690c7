import { formatNumber, formatScore, formatShare } from '@tumstock/engine/display'
import { mayLeaveScale } from '@tumstock/rubric/relative'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { EntryView } from './entry-view.ts'
import { type Tile, TileRow } from './tiles.tsx'

/** Score, ranks and coverage of one entry; what is not known is left out. */
export function EntryTiles({ results, rubric, at }: EntryView) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const row = results.rows[at]
  if (!row) return null
  const { scale } = rubric
  // Of a record, how many took part is rarely known: it lists those that were named.
  const record = results.round.kind === 'record'
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const ranked = (value: number, tied: boolean) => `${whole(value)}${tied ? ' =' : ''}`
  const among = (same: (category: string | null) => boolean) =>
    results.rows.filter(one => one.rank !== null && same(one.category)).length
  const category = row.category === null ? '' : (rubric.categories[row.category]?.title ?? row.category)
  const ofMost = mayLeaveScale(rubric)
    ? scale.unit
    : t('ofMost', { most: whole(scale.max), unit: scale.unit })
  const tiles: Tile[] = [
    {
      label: t('column.points'),
      figure: row.score === null ? t(`noScore.${row.outcome}`) : formatScore(row.score, scale, locale),
      note: row.score === null ? undefined : ofMost,
    },
    ...(row.score === null
      ? []
      : [{ label: t('column.percent'), figure: formatShare(row.score, { decimals: 1, locale }) }]),
    ...(row.rank === null
      ? []
      : [
          {
            label: t('unit.rank'),
            figure: ranked(row.rank, row.tied),
            note: record ? undefined : t('unit.of', { n: whole(among(() => true)) }),
          },
        ]),
    ...(row.categoryRank === null
      ? []
      : [
          {
            label: t('column.categoryRankAll'),
            figure: ranked(row.categoryRank, row.categoryTied),
            note: record
              ? undefined
              : t('unit.ofIn', { n: whole(among(one => one === row.category)), category }),
          },
        ]),
    ...(record || row.outcome === 'leftOut'
      ? []
      : [{ label: t('column.coverage'), figure: formatShare(row.coverage, { decimals: 0, locale }) }]),
    ...(row.population === null ? [] : [{ label: t('column.population'), figure: whole(row.population) }]),
  ]
  return <TileRow label={t('unit.figures')} tiles={tiles} />
}

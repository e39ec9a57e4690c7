import { formatNumber, formatScore, formatShare } from '@tumstock/engine/display'
import type { RubricData } from '@tumstock/rubric/contract'
import { mayLeaveScale } from '@tumstock/rubric/relative'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Results } from './results.ts'
import styles from './tiles.module.css'

export type Tile = { label: string; figure: string; note?: string | undefined }

/** A few figures that say the most. */
export const TileRow = ({ label, tiles }: { label: string; tiles: readonly Tile[] }) => (
  <dl className={styles.tiles} aria-label={label}>
    {tiles.map(tile => (
      <div key={tile.label}>
        <dt>{tile.label}</dt>
        <dd data-numeric>
          {tile.figure}
          {tile.note && <small>{tile.note}</small>}
        </dd>
      </div>
    ))}
  </dl>
)

/** The round in figures: how many, how complete, how good. What is not known is left out. */
export function Tiles({ results: { tiles, round }, rubric }: { results: Results; rubric: RubricData }) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const score = (value: number) => formatScore(value, scale, locale)
  const { scale } = rubric
  const ofMost = mayLeaveScale(rubric)
    ? scale.unit
    : t('ofMost', { most: whole(scale.max), unit: scale.unit })
  const scored = (key: 'median' | 'best' | 'lowest'): Tile[] => {
    const value = tiles[key]
    return value === null ? [] : [{ label: t(`tile.${key}`), figure: score(value), note: ofMost }]
  }
  const record = round.kind === 'record'
  return (
    <TileRow
      label={t('tile.label')}
      tiles={[
        {
          label: t('tile.entries'),
          figure: whole(tiles.entries),
          note: [
            ...(tiles.invited > tiles.entries
              ? [t('tile.ofInvited', { invited: whole(tiles.invited) })]
              : []),
            ...(tiles.leftOut === undefined ? [] : [t('tile.leftOut', { count: tiles.leftOut })]),
          ].join(', '),
        },
        ...(record ? [{ label: t('tile.published'), figure: whole(tiles.scored) }] : []),
        ...(tiles.coverage === null
          ? []
          : [
              {
                label: t('tile.coverage'),
                figure: formatShare(tiles.coverage, { decimals: 0, locale }),
                note: t('tile.coverageHelp'),
              },
            ]),
        ...scored('median'),
        ...scored('best'),
        ...scored('lowest'),
        ...(record ? [] : [{ label: t('tile.ties'), figure: whole(tiles.ties), note: t('tile.tiesHelp') }]),
      ]}
    />
  )
}

import { useMemo } from 'react'
import type { ChartTable } from '../ui/chart/chart.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { domainOf } from '../ui/chart/domain.ts'
import { drawProfile, type ProfileSeries } from '../ui/chart/profile-dots.ts'
import { HIGHLIGHT } from '../ui/colours.ts'
import { figureOf, medianBy, refusalOf, WHOLE } from './comparison.ts'
import { grounds, SHAPE } from './sides.ts'
import { useWords, type Words } from './use-words.ts'
import type { View } from './view.ts'

/** The rounds' medians and the highlighted units, joined down the dimensions. */
export function Profile({ view }: { view: View }) {
  const words = useWords()
  const { tc, whole } = words
  const { sides } = view
  const series = useMemo(() => seriesOf(view), [view])
  const draw = useMemo(() => {
    const rows = view.dimensions.map(id => {
      const refused = words.refusal(view.comparison, id)
      const why = refused && `${words.tc('refused')}: ${refused}`
      return { id, label: words.dimension(id), ...(why && { refused: why }) }
    })
    return drawProfile({
      rows,
      series,
      domain: domainOf(
        series.flatMap(one => one.values),
        100,
      ),
      unit: '%',
      show: words.whole,
    })
  }, [view, series, words])
  const strongest = sides.flatMap(({ round, short }) => {
    const best = view.dimensions
      .filter(by => !refusalOf(view.comparison, by))
      .toSorted((a, b) => (medianBy(round, b) ?? -1) - (medianBy(round, a) ?? -1))[0]
    return best && medianBy(round, best) !== null
      ? [tc('profileOf', { round: short, dimension: words.dimension(best).toLowerCase() })]
      : []
  })
  if (view.dimensions.every(by => refusalOf(view.comparison, by))) return null
  return (
    <ChartFrame
      level={3}
      title={strongest.length > 0 ? tc('profileFound', { found: strongest.join(' · ') }) : tc('profile')}
      subtitle={`${tc('profileUnit')}. ${grounds(sides, WHOLE, whole)}`}
      {...view.provenance}
      file="tumstock-profile"
      draw={draw}
      legend={series.map(({ label, colour, symbol }) => ({ label, colour, shape: SHAPE[symbol] }))}
      table={tableOf(view, series, words)}
    />
  )
}

const seriesOf = ({ comparison, sides, dimensions, marked }: View): ProfileSeries[] => [
  ...sides.map(({ round, label, colour, symbol }) => ({
    id: round.id,
    label,
    colour,
    symbol,
    values: dimensions.map(by => (refusalOf(comparison, by) ? null : medianBy(round, by))),
  })),
  ...marked.flatMap((unit, at) =>
    sides.flatMap(({ round }) => {
      const row = round.rows.find(one => one.unit === unit)
      return row
        ? [
            {
              id: `${round.id} ${unit}`,
              label: `${row.name} (${round.title})`,
              colour: at === 0 ? HIGHLIGHT : '#7a3e9d',
              symbol: at === 0 ? ('square' as const) : ('diamond2' as const),
              values: dimensions.map(by => (refusalOf(comparison, by) ? null : figureOf(row, by))),
              strong: true,
            },
          ]
        : []
    }),
  ),
]

const tableOf = ({ dimensions }: View, series: readonly ProfileSeries[], words: Words): ChartTable => ({
  columns: [
    { title: words.tc('dimension') },
    ...series.map(({ label }) => ({ title: label, show: words.percent })),
  ],
  rows: dimensions.map((by, at) => [words.dimension(by), ...series.map(({ values }) => values[at] ?? null)]),
})

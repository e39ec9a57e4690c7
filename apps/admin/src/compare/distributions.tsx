import { useMemo } from 'react'
import type { ChartTable } from '../ui/chart/chart.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { domainOf } from '../ui/chart/domain.ts'
import { drawStrips, type StripRow } from '../ui/chart/strip-plot.ts'
import { figureOf, medianBy, refusalOf, WHOLE } from './comparison.ts'
import { grounds } from './sides.ts'
import { useWords, type Words } from './use-words.ts'
import type { View } from './view.ts'

/** Each dimension on one scale, the rounds under one another with their medians; refused ones with the reason. */
export function Distributions({ view }: { view: View }) {
  const words = useWords()
  const { tc, whole } = words
  const draw = useMemo(() => {
    const rows = stripsOf(view, words)
    return drawStrips({
      rows,
      domain: domainOf(
        rows.flatMap(row => row.dots.map(dot => dot.value)),
        100,
      ),
      unit: '%',
      show: words.whole,
      medianWord: words.tc('median'),
      chosen: view.marked,
    })
  }, [view, words])
  return (
    <ChartFrame
      level={3}
      title={tc('distributions')}
      subtitle={`${tc('distributionsUnit')}. ${grounds(view.sides, WHOLE, whole)}`}
      {...view.provenance}
      file="tumstock-dimensions"
      draw={draw}
      onPick={view.pick}
      legend={view.sides.map(({ label, colour }) => ({ label, colour }))}
      table={tableOf(view, words)}
    />
  )
}

const stripsOf = ({ comparison, dimensions, sides }: View, words: Words): StripRow[] =>
  [WHOLE, ...dimensions].flatMap((by): StripRow[] => {
    const refused = by === WHOLE ? null : words.refusal(comparison, by)
    const heading = words.dimension(by)
    if (refused) {
      const why = `${words.tc('refused')}: ${refused}`
      return [{ id: by, heading, label: '', colour: '', dots: [], median: null, refused: why }]
    }
    return sides.map(({ round, colour, label }, at) => ({
      id: `${by} ${round.id}`,
      ...(at === 0 && { heading }),
      label,
      colour,
      dots: round.rows.flatMap(row => {
        const value = figureOf(row, by)
        return value === null ? [] : [{ id: row.unit, name: row.name, value }]
      }),
      median: medianBy(round, by),
      ...(medianBy(round, by) === null && { refused: words.tc('noFigure') }),
    }))
  })

const tableOf = ({ comparison, dimensions, sides }: View, words: Words): ChartTable => ({
  columns: [
    { title: words.tc('dimension') },
    { title: words.tc('round') },
    { title: 'n', show: words.whole },
    { title: words.tc('median'), show: words.percent },
  ],
  rows: [WHOLE, ...dimensions].flatMap(by =>
    sides.map(({ round, label }) => {
      if (by !== WHOLE && refusalOf(comparison, by))
        return [words.dimension(by), `${label} – ${words.tc('refused')}`, null, null]
      const known = round.rows.filter(row => figureOf(row, by) !== null).length
      return [words.dimension(by), label, known, medianBy(round, by)]
    }),
  ),
})

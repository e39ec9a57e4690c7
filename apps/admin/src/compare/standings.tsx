import { roundHalfUp } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { medianOf } from '../results/medians.ts'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { figureOf, percentilesBy, refusalOf, standingOf, WHOLE } from './comparison.ts'
import { SHAPE } from './sides.ts'
import { drawStanding, type StandingLine } from './standing-plot.ts'
import { useWords } from './use-words.ts'
import type { View } from './view.ts'

/** With fewer, the share of those below is no finding. */
const ENOUGH = 20

/** Where the same result stands in each round's country. Drawn over the whole rounds: a narrowed one would shift what it says. */
export function Standings({ view }: { view: View }) {
  const words = useWords()
  const { tc, percent, whole } = words
  const { by, sides, comparison } = view
  const refused = by === WHOLE ? null : refusalOf(comparison, by)
  const lines = useMemo(() => linesOf(view), [view])
  const draw = useMemo(
    () =>
      drawStanding({
        lines,
        percentWord: words.tc('percent'),
        percentileWord: words.tc('percentile'),
        show: words.whole,
        chosen: view.marked,
      }),
    [lines, words, view.marked],
  )
  if (refused || lines.every(line => line.dots.length === 0)) return null
  const middle = medianOf(lines.flatMap(line => line.dots.map(dot => dot.percent)))
  const figure = middle === null ? null : Number(roundHalfUp(middle, 0))
  const drawn = lines.filter(line => line.dots.length > 0)
  const told = drawn.map(line => `${line.label} (n ${whole(line.dots.length)})`).join(' · ')
  const found = sides.flatMap(({ short, round: { id } }) => {
    const round = comparison.rounds.find(one => one.id === id)
    const standing = round && figure !== null ? standingOf(round, by, figure) : null
    const many = round && round.n >= ENOUGH
    return standing === null || !many
      ? []
      : [tc('standingOf', { share: percent(100 * standing), round: short })]
  })
  return (
    <ChartFrame
      level={3}
      title={
        figure === null || found.length === 0 || found.length > 3
          ? tc('standing')
          : tc('standingFound', { figure: percent(figure), found: found.join(' · ') })
      }
      subtitle={`${tc('standingUnit')}. ${words.dimension(by)}. ${told}`}
      {...view.provenance}
      file="tumstock-percentiles"
      draw={draw}
      onPick={view.pick}
      legend={drawn.map(({ label, colour, symbol }) => ({ label, colour, shape: SHAPE[symbol] }))}
      table={{
        columns: [
          { title: tc('units') },
          { title: tc('round') },
          { title: tc('percent'), show: percent },
          { title: tc('percentile'), show: value => words.percentile(value / 100) },
        ],
        rows: lines.flatMap(line =>
          line.dots.map(dot => [dot.name, line.label, dot.percent, dot.percentile]),
        ),
      }}
    />
  )
}

const linesOf = ({ comparison, sides, by }: View): StandingLine[] =>
  sides.map(({ label, colour, symbol, round: { id } }) => {
    const round = comparison.rounds.find(one => one.id === id)
    const percentiles = round ? percentilesBy(round, by) : new Map<string, number>()
    const dots = (round?.rows ?? []).flatMap(row => {
      const figure = figureOf(row, by)
      const percentile = percentiles.get(row.unit)
      return figure === null || percentile === undefined
        ? []
        : [{ id: row.unit, name: row.name, percent: figure, percentile: 100 * percentile }]
    })
    return { id, label, colour, symbol, dots: dots.toSorted((a, b) => a.percent - b.percent) }
  })

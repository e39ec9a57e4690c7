import { Paragraph } from '@digdir/designsystemet-react'
import { useMemo } from 'react'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { drawMaps, type MapDot } from '../ui/chart/dot-map.ts'
import { rampLegend } from '../ui/chart/ramp.ts'
import { figureOf, refusalOf, WHOLE } from './comparison.ts'
import { grounds } from './sides.ts'
import { useWords } from './use-words.ts'
import type { View } from './view.ts'

const DOMAIN = [0, 100] as const

/** One map per round: dots at the units' true places. */
export function Maps({ view }: { view: View }) {
  const words = useWords()
  const { tc, whole, percent } = words
  const { sides, by, comparison } = view
  const maps = useMemo(
    () =>
      view.sides
        .map(({ round, label }) => ({
          id: round.id,
          label,
          dots: round.rows.flatMap(row => dotOf(row, view.by)),
        }))
        .filter(map => map.dots.length > 0),
    [view],
  )
  const draw = useMemo(
    () =>
      drawMaps({
        maps,
        domain: DOMAIN,
        show: words.percent,
        noValue: words.tc('noFigure'),
        chosen: view.marked,
      }),
    [maps, words, view.marked],
  )
  if (by !== WHOLE && refusalOf(comparison, by)) return null
  const dots = maps.flatMap(map => map.dots)
  if (dots.length === 0) return <Paragraph>{tc('noMap')}</Paragraph>
  const borrowed = dots.filter(dot => dot.borrowed).length
  const leftOut = sides.reduce((sum, side) => sum + side.round.rows.length, 0) - dots.length
  const beyond = {
    under: (value: number) => tc('mapUnder', { value: percent(value) }),
    above: (value: number) => tc('mapAbove', { value: percent(value) }),
  }
  const notes = [
    tc('mapUnit'),
    grounds(sides, by, whole),
    borrowed > 0 && tc('mapBorrowed', { count: borrowed }),
    leftOut > 0 && tc('mapLeftOut', { count: leftOut }),
  ]
  return (
    <ChartFrame
      level={3}
      title={tc('mapOf', { what: words.dimension(by) })}
      subtitle={notes.filter(Boolean).join('. ')}
      {...view.provenance}
      file="tumstock-map"
      draw={draw}
      onPick={view.pick}
      legend={rampLegend(DOMAIN, percent, dots.some(dot => isBeyond(dot.value)) ? beyond : undefined)}
      table={{
        columns: [
          { title: tc('units') },
          { title: tc('round') },
          { title: tc('percent'), show: percent },
          { title: 'lat' },
          { title: 'lon' },
        ],
        rows: maps.flatMap(map => map.dots.map(dot => [dot.name, map.label, dot.value, dot.lat, dot.lon])),
      }}
    />
  )
}

/** Below nothing or above everything, as rules without ends allow. */
const isBeyond = (value: number | null): boolean => value !== null && (value < DOMAIN[0] || value > DOMAIN[1])

type Row = Parameters<typeof figureOf>[0]

const dotOf = (row: Row, by: string): MapDot[] =>
  row.position === null
    ? []
    : [
        {
          id: row.unit,
          name: row.name,
          value: figureOf(row, by),
          population: row.population,
          lat: row.position.lat,
          lon: row.position.lon,
          wide: row.kind !== 'municipality',
          borrowed: row.position.of !== 'unit',
        },
      ]

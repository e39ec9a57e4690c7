import type { Draw } from '../ui/chart/chart.ts'
import { domainOf } from '../ui/chart/domain.ts'
import { spread } from '../ui/chart/labels.ts'
import { HALO, INK, LINE, PICTURE_STYLE } from '../ui/chart/picture-style.ts'

export type StandingDot = { id: string; name: string; percent: number; percentile: number }

export type StandingLine = {
  id: string
  label: string
  colour: string
  symbol: 'circle' | 'diamond2' | 'square' | 'triangle'
  /** Ascending by per cent. */
  dots: readonly StandingDot[]
}

export type Standing = {
  lines: readonly StandingLine[]
  percentWord: string
  percentileWord: string
  show: (value: number) => string
  chosen: readonly string[]
}

/** Result in per cent along, percentile within the country up: the same result can be high in one round, middling in another. */
export const drawStanding =
  ({ lines, percentWord, percentileWord, show, chosen }: Standing): Draw =>
  (plot, width) => {
    const dots = lines.flatMap(line => line.dots.map(dot => ({ ...dot, line })))
    const kept = dots.filter(dot => chosen.includes(dot.id))
    const height = width < 500 ? 360 : 440
    const up = (percentile: number) => height - 44 - (percentile / 100) * (height - 64)
    const heights = spread(
      kept.map(dot => up(dot.percentile)),
      15,
    )
    const named = kept.map((dot, at) => ({ ...dot, shift: (heights[at] ?? 0) - up(dot.percentile) }))
    return plot.plot({
      width,
      height,
      marginLeft: 48,
      marginBottom: 44,
      marginTop: 20,
      marginRight: 20,
      style: PICTURE_STYLE,
      x: {
        domain: domainOf(
          dots.map(dot => dot.percent),
          100,
        ),
        label: percentWord,
        labelAnchor: 'right',
        ticks: 5,
        tickFormat: show,
        labelOffset: 38,
        labelArrow: 'none',
      },
      y: { domain: [0, 100], label: percentileWord, labelArrow: 'none', ticks: 5, tickFormat: show },
      marks: [
        plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
        plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: 5 }),
        ...lines.flatMap(line => [
          plot.line(line.dots, {
            x: 'percent',
            y: 'percentile',
            stroke: line.colour,
            strokeWidth: 2,
            curve: 'step',
          }),
          plot.dot(line.dots, {
            x: 'percent',
            y: 'percentile',
            symbol: line.symbol,
            r: 2.5,
            fill: line.colour,
          }),
        ]),
        plot.dot(kept, {
          x: 'percent',
          y: 'percentile',
          r: 6,
          fill: dot => dot.line.colour,
          stroke: INK,
          strokeWidth: 2,
        }),
        ...named.map(dot =>
          plot.text([dot], {
            x: 'percent',
            y: 'percentile',
            dx: dot.percent > 60 ? -11 : 11,
            dy: dot.shift,
            text: one => `${one.name}: ${show(one.percent)} · P${show(one.percentile)}`,
            textAnchor: dot.percent > 60 ? 'end' : 'start',
            fontWeight: 600,
            fill: INK,
            stroke: HALO,
            strokeWidth: 4,
          }),
        ),
        plot.tip(
          dots,
          plot.pointer({
            x: 'percent',
            y: 'percentile',
            title: dot => `${dot.name}\n${dot.line.label}\n${show(dot.percent)} · P${show(dot.percentile)}`,
            maxRadius: 24,
          }),
        ),
      ],
    })
  }

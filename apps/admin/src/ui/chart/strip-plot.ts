import type { Draw } from './chart.ts'
import { FAINT, HALO, INK, LINE, PICTURE_STYLE } from './picture-style.ts'
import { swarm } from './swarm.ts'
import { shorten, wrapText } from './wrap-text.ts'

export type StripDot = { id: string; name: string; value: number }

export type StripRow = {
  id: string
  /** Opens a part of several rows. */
  heading?: string
  label: string
  colour: string
  dots: readonly StripDot[]
  median: number | null
  /** Instead of dots: why there are none to be shown. */
  refused?: string
}

export type Strips = {
  rows: readonly StripRow[]
  /** Ends of the scale; from 0 unless there is a reason. */
  domain: readonly [number, number]
  unit: string
  /** A figure as readers see it. */
  show: (value: number) => string
  medianWord: string
  /** Dots to be named and kept in sight. */
  chosen?: readonly string[]
}

const HEAD = 20
const GAP = 14

/** One row of dots per group on a shared scale, with the median; a dot is named when pointed at, kept when chosen. */
export const drawStrips =
  ({ rows, domain, unit, show, medianWord, chosen = [] }: Strips): Draw =>
  (plot, width) => {
    const [left, right] = [8, 14]
    const most = rows.reduce((n, row) => Math.max(n, row.dots.length), 0)
    const radius = width < 500 ? 2 : most > 150 ? 2.5 : 3.5
    const half = most > 150 ? 34 : most > 40 ? 26 : 16
    const placeOf = (value: number) =>
      left + ((value - domain[0]) / (domain[1] - domain[0])) * (width - left - right)
    let top = 8
    const laid = rows.map(row => {
      const room = row.refused ? 16 : half
      const opens = top
      if (row.heading) top += 26
      const middle = top + HEAD + room
      top = middle + room + GAP
      const offsets = swarm(
        row.dots.map(dot => placeOf(dot.value)),
        radius,
        room,
      )
      const dots = row.dots.map((dot, at) => ({ ...dot, row, y: middle + (offsets[at] ?? 0) }))
      return { row, opens, middle, room, head: middle - room - 6, dots }
    })
    const dots = laid.flatMap(one => one.dots)
    const kept = dots.filter(dot => chosen.includes(dot.id))
    const medians = laid.filter(one => one.row.median !== null)
    const height = top + 30
    return plot.plot({
      width,
      height,
      marginLeft: left,
      marginRight: right,
      marginTop: 0,
      marginBottom: 32,
      style: PICTURE_STYLE,
      x: {
        domain,
        label: unit,
        labelAnchor: 'right',
        labelArrow: 'none',
        ticks: width < 500 ? 5 : 10,
        tickFormat: show,
      },
      y: { type: 'identity', axis: null },
      marks: [
        plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks: width < 500 ? 5 : 10 }),
        plot.text(
          laid.filter(one => one.row.heading),
          {
            x: () => domain[0],
            y: one => one.opens + 14,
            text: one => shorten(one.row.heading ?? '', Math.floor(width / 7.5)),
            textAnchor: 'start',
            fontWeight: 700,
            fontSize: 13.5,
            stroke: HALO,
            strokeWidth: 5,
            fill: INK,
          },
        ),
        plot.text(laid, {
          x: () => domain[0],
          y: 'head',
          text: one => shorten(one.row.label, Math.floor((width - 130) / 7)),
          textAnchor: 'start',
          fontWeight: 600,
          fontSize: 12,
        }),
        plot.text(
          laid.filter(one => one.row.refused),
          {
            x: () => domain[0],
            y: one => one.middle - 6,
            text: one =>
              wrapText(one.row.refused ?? '', Math.floor((width - 24) / 6.2))
                .slice(0, 3)
                .join('\n'),
            lineHeight: 1.2,
            textAnchor: 'start',
            fill: FAINT,
            fontStyle: 'italic',
          },
        ),
        plot.dot(dots, {
          x: 'value',
          y: 'y',
          r: radius,
          fill: dot => dot.row.colour,
          fillOpacity: kept.length > 0 ? 0.45 : 0.75,
        }),
        plot.ruleX(medians, {
          x: one => one.row.median,
          y1: one => one.middle - one.room,
          y2: one => one.middle + one.room,
          stroke: INK,
          strokeWidth: 2,
        }),
        plot.text(laid, {
          x: () => domain[1],
          y: 'head',
          text: ({ row }) =>
            [
              row.median === null ? '' : `${medianWord} ${show(row.median)}`,
              row.refused ? '' : `n ${row.dots.length}`,
            ]
              .filter(Boolean)
              .join(' · '),
          textAnchor: 'end',
          fill: FAINT,
        }),
        plot.dot(kept, {
          x: 'value',
          y: 'y',
          r: radius + 2.5,
          fill: dot => dot.row.colour,
          stroke: INK,
          strokeWidth: 2,
        }),
        plot.text(kept, {
          x: 'value',
          y: 'y',
          dy: -12,
          text: dot => `${dot.name} ${show(dot.value)}`,
          fontWeight: 600,
          stroke: HALO,
          strokeWidth: 4,
          fill: INK,
        }),
        plot.tip(
          dots,
          plot.pointer({
            x: 'value',
            y: 'y',
            title: dot => `${dot.name}\n${dot.row.label}\n${show(dot.value)}`,
            maxRadius: 24,
          }),
        ),
      ],
    })
  }

import type { Draw } from '../ui/chart/chart.ts'
import { FAINT, INK, LINE, PICTURE_STYLE } from '../ui/chart/picture-style.ts'
import { shorten, wrapText } from '../ui/chart/wrap-text.ts'
import { CHANGE_COLOUR } from './colour.ts'

export type ChangeRow = {
  id: string
  label: string
  ends: readonly { kind: 'less' | 'more' | 'other'; word: string; at: number }[]
}

export type Changes = {
  rows: readonly ChangeRow[]
  /** Where nothing changes. */
  base: number
  /** Ranks are whole and start at 1. */
  whole: boolean
  axis: string
  show: (value: number) => string
}

const TOP = 34
const APART = 9
const LETTER = 6.5

/** From where the rubric has it to where each change takes it, one row for each thing that changes. */
export const drawChanges =
  ({ rows, base, whole, axis, show }: Changes): Draw =>
  (plot, width) => {
    const beside = width >= 640
    const labelWide = beside ? width * 0.3 : 0
    const left = labelWide + 44
    const right = width - 52
    const values = rows.flatMap(row => row.ends.map(end => end.at))
    const least = Math.min(base, ...values)
    const most = Math.max(base + (whole ? 1 : 0), ...values)
    const across = (value: number) => left + ((value - least) / (most - least || 1)) * (right - left)
    let y = TOP
    const laid = rows.map(row => {
      const top = y + (beside ? 0 : 18)
      const tall = row.ends.length * APART
      y = top + Math.max(tall, 18) + 10
      const middle = top + tall / 2
      return { ...row, middle, top, labelY: beside ? middle : top - 8 }
    })
    const ends = laid.flatMap(row =>
      row.ends.map((end, at) => ({ ...end, row, y: row.top + (at + 0.5) * APART })),
    )
    const furthest = laid.flatMap(row => {
      const own = ends.filter(end => end.row === row)
      return own.toSorted((a, b) => Math.abs(b.at - base) - Math.abs(a.at - base)).slice(0, 1)
    })
    const ticks = ticksOf(least, most, { whole, count: Math.max(2, Math.floor((right - left) / 80)) })
    return plot.plot({
      width,
      height: y + 6,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.link(ticks, { x1: across, x2: across, y1: () => TOP - 6, y2: () => y, stroke: LINE }),
        plot.text(ticks, { x: across, y: () => TOP - 14, text: show, fill: FAINT }),
        plot.text([axis], { x: () => left, y: () => 6, text: d => d, textAnchor: 'start', fill: FAINT }),
        plot.link([base], {
          x1: across,
          x2: across,
          y1: () => TOP - 6,
          y2: () => y,
          stroke: INK,
          strokeWidth: 1.5,
        }),
        plot.text(laid, {
          x: beside ? labelWide : 4,
          y: 'labelY',
          text: row =>
            beside
              ? wrapText(row.label, Math.floor(labelWide / LETTER))
                  .slice(0, 2)
                  .join('\n')
              : shorten(row.label, Math.floor((width - 8) / LETTER)),
          textAnchor: beside ? 'end' : 'start',
          lineHeight: 1.1,
        }),
        ...(['less', 'more', 'other'] as const).flatMap(kind => {
          const own = ends.filter(end => end.kind === kind)
          const colour = CHANGE_COLOUR[kind]
          return [
            plot.link(own, {
              x1: () => across(base),
              x2: end => across(end.at),
              y1: 'y',
              y2: 'y',
              stroke: colour,
              strokeWidth: 3,
            }),
            plot.dot(own, {
              x: end => across(end.at),
              y: 'y',
              r: 4,
              symbol: kind === 'other' ? 'diamond' : 'circle',
              stroke: colour,
              strokeWidth: 2,
              fill: kind === 'less' ? '#fff' : colour,
            }),
          ]
        }),
        ...([-1, 1] as const).map(side =>
          plot.text(
            furthest.filter(end => Math.sign(end.at - base) === side),
            {
              x: end => across(end.at) + side * 9,
              y: 'y',
              text: end => show(end.at),
              textAnchor: side < 0 ? 'end' : 'start',
            },
          ),
        ),
        plot.tip(
          ends,
          plot.pointer({
            x: end => across(end.at),
            y: 'y',
            title: end => `${end.row.label}\n${end.word}: ${show(end.at)}`,
            maxRadius: 24,
          }),
        ),
      ],
    })
  }

const ticksOf = (
  least: number,
  most: number,
  { whole, count }: { whole: boolean; count: number },
): number[] => {
  const rough = (most - least) / count
  const power = 10 ** Math.floor(Math.log10(rough || 1))
  const fits = [1, 2, 5, 10].map(one => one * power).find(one => one >= rough) ?? power * 10
  const step = whole ? Math.max(1, Math.round(fits)) : fits
  const first = Math.ceil(least / step)
  return Array.from({ length: Math.floor(most / step) - first + 1 }, (_, i) => (first + i) * step)
}

import type { Draw } from './chart.ts'
import { spread } from './labels.ts'
import { FAINT, HALO, LINE, PICTURE_STYLE } from './picture-style.ts'
import { wrapText } from './wrap-text.ts'

export type SlopeLine = {
  id: string
  label: string
  colour: string
  /** By wave, 0 to 1; null where the wave does not have it. */
  shares: readonly (number | null)[]
  /** What stands at its end. */
  note: string
}

export type Slope = {
  waves: readonly string[]
  lines: readonly SlopeLine[]
  show: (share: number) => string
}

const HIGH = 260
const TOP = 34
const ROW = 14.5
const LETTER = 6.6

/** Waves from left to right, one line per answer; each is named where it ends, on a phone below. */
export const drawSlope =
  ({ waves, lines, show }: Slope): Draw =>
  (plot, width) => {
    const beside = width >= 640
    const left = 48
    const right = beside ? Math.min(width * 0.5, 430) : 52
    const most = Math.max(0.1, ...lines.flatMap(line => line.shares.filter(share => share !== null)))
    const down = (share: number) => TOP + HIGH * (1 - share / most)
    const across = (wave: number) =>
      left + (waves.length < 2 ? 0 : (wave / (waves.length - 1)) * (width - left - right))
    const points = lines.flatMap(line =>
      line.shares.flatMap((share, wave) =>
        share === null ? [] : [{ line, wave, share, x: across(wave), y: down(share) }],
      ),
    )
    const ends = lines.flatMap(line => points.findLast(point => point.line === line) ?? [])
    const starts = lines.flatMap(line => points.find(point => point.line === line) ?? [])
    const letters = Math.floor((beside ? right - 12 : width - 16) / LETTER)
    const named = ends.map(end => ({
      ...end,
      rows: [
        ...wrapText(`${show(end.share)} ${end.line.label}`, letters),
        ...wrapText(end.line.note, letters),
      ],
    }))
    const tallest = Math.max(1, ...named.map(end => end.rows.length))
    const moved = (items: readonly { y: number }[], gap: number) =>
      spread(
        items.map(item => item.y),
        gap,
      )
    const heights = moved(named, beside ? tallest * ROW + 6 : 13)
    const shift = beside ? Math.max(0, 20 + (tallest * ROW) / 2 - Math.min(...heights)) : 0
    const bottom = TOP + HIGH
    let below = bottom + 28
    const words = named.map((end, at) => {
      if (beside) return { ...end, x: end.x + 11, y: (heights[at] ?? 0) + shift }
      const middle = below + (end.rows.length * ROW) / 2
      below += end.rows.length * ROW + 10
      return { ...end, x: 16, y: middle }
    })
    const startHeights = moved(starts, 13)
    const waveMarks = waves.map((wave, at) => ({ wave, x: across(at) }))
    return plot.plot({
      width,
      height: beside ? Math.max(bottom + 16, ...words.map(word => word.y + (tallest * ROW) / 2 + 4)) : below,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.link(waveMarks, { x1: 'x', x2: 'x', y1: () => TOP, y2: () => bottom, stroke: LINE }),
        plot.text(waveMarks, { x: 'x', y: () => 10, text: 'wave', fontWeight: 600, fill: FAINT }),
        ...lines.map(line =>
          plot.line(
            points.filter(point => point.line === line),
            { x: 'x', y: 'y', stroke: line.colour, strokeWidth: 2.5 },
          ),
        ),
        plot.dot(points, { x: 'x', y: 'y', r: 4.5, fill: point => point.line.colour, stroke: HALO }),
        plot.text(
          starts.map((start, at) => ({ ...start, y: startHeights[at] ?? start.y })),
          { x: 'x', y: 'y', dx: -9, text: point => show(point.share), textAnchor: 'end' },
        ),
        plot.text(words, {
          x: 'x',
          y: 'y',
          lineHeight: ROW / 12,
          text: word => word.rows.join('\n'),
          textAnchor: 'start',
        }),
        ...(beside
          ? []
          : [
              plot.dot(words, { x: () => 5, y: 'y', r: 5, fill: word => word.line.colour }),
              plot.text(
                ends.map((end, at) => ({ ...end, y: heights[at] ?? end.y })),
                { x: 'x', y: 'y', dx: 9, text: end => show(end.share), textAnchor: 'start' },
              ),
            ]),
      ],
    })
  }

import type { Draw } from './chart.ts'
import { spread } from './labels.ts'
import { FAINT, HALO, LINE, PICTURE_STYLE } from './picture-style.ts'
import { shorten } from './wrap-text.ts'

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

/** Waves from left to right, one line per answer; each line is named where it ends. */
export const drawSlope =
  ({ waves, lines, show }: Slope): Draw =>
  (plot, width) => {
    const left = 48
    const right = Math.min(width * 0.52, 340)
    const top = 30
    const shares = lines.flatMap(line => line.shares.filter(share => share !== null))
    const most = Math.max(0.1, ...shares)
    const down = (share: number) => top + HIGH * (1 - share / most)
    const across = (wave: number) =>
      left + (waves.length < 2 ? 0 : (wave / (waves.length - 1)) * (width - left - right))
    const points = lines.flatMap(line =>
      line.shares.flatMap((share, wave) =>
        share === null ? [] : [{ line, wave, share, x: across(wave), y: down(share) }],
      ),
    )
    const ends = lines.flatMap(line => points.findLast(point => point.line === line) ?? [])
    const heights = spread(
      ends.map(end => end.y),
      30,
    )
    const starts = lines.flatMap(line => points.find(point => point.line === line) ?? [])
    const startHeights = spread(
      starts.map(start => start.y),
      13,
    )
    const height = Math.max(top + HIGH + 20, ...heights.map(at => at + 26))
    const waveMarks = waves.map((wave, at) => ({ wave, x: across(at) }))
    return plot.plot({
      width,
      height,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.link(waveMarks, { x1: 'x', x2: 'x', y1: () => top, y2: () => top + HIGH, stroke: LINE }),
        plot.text(waveMarks, { x: 'x', y: () => 12, text: 'wave', fontWeight: 600, fill: FAINT }),
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
        plot.text(
          ends.map((end, at) => ({ ...end, y: heights[at] ?? end.y })),
          {
            x: 'x',
            y: 'y',
            dx: 11,
            lineHeight: 1.15,
            text: ({ line, share }) =>
              `${show(share)} ${shorten(line.label, Math.floor(right / 6.8) - 6)}\n${shorten(line.note, Math.floor(right / 6.4))}`,
            textAnchor: 'start',
          },
        ),
      ],
    })
  }

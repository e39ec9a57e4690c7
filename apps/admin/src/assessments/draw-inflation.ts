import type { Draw } from '../ui/chart/chart.ts'
import { FAINT, HALO, INK, LINE, PICTURE_STYLE } from '../ui/chart/picture-style.ts'

/** One bar: by how much claims were above what was found (right), or below (left). */
export type InflationBar = { id: string; label: string; points: number; note: string }

type InflationPicture = {
  bars: readonly InflationBar[]
  above: string
  below: string
  show: (points: number) => string
}

const ROW = 46
const LABEL = 17
const BAR = 16
/** Room for a figure beside the longest bar. */
const BESIDE = 64

/** Bars from zero, each under its own words, so that long ones have the whole width. */
export const drawInflation =
  ({ bars, above, below, show }: InflationPicture): Draw =>
  (plot, width) => {
    const low = Math.min(0, ...bars.map(bar => bar.points))
    const high = Math.max(0, ...bars.map(bar => bar.points))
    const from = low < 0 ? BESIDE : 2
    const to = width - BESIDE
    const x = (points: number) => from + ((points - low) / (high - low || 1)) * (to - from)
    const laid = bars.map((bar, at) => ({ ...bar, top: at * ROW, end: x(bar.points) }))
    const height = bars.length * ROW
    return plot.plot({
      width,
      height,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.rect(laid, {
          x1: bar => Math.min(x(0), bar.end),
          x2: bar => Math.max(x(0), bar.end),
          y1: bar => bar.top + LABEL,
          y2: bar => bar.top + LABEL + BAR,
          fill: bar => (bar.points < 0 ? below : above),
          title: bar => `${bar.label}: ${show(bar.points)}. ${bar.note}`,
        }),
        plot.link([0], { x1: x(0), x2: x(0), y1: 0, y2: height, stroke: LINE }),
        plot.text(laid, {
          x: 0,
          y: bar => bar.top + LABEL / 2,
          text: bar => `${bar.label} · ${bar.note}`,
          textAnchor: 'start',
          lineWidth: width / 13,
          textOverflow: 'ellipsis-end',
          fill: INK,
          stroke: HALO,
          strokeWidth: 3,
        }),
        ...(['start', 'end'] as const).map(textAnchor =>
          plot.text(
            laid.filter(bar => bar.points < 0 === (textAnchor === 'end')),
            {
              x: bar => bar.end + (textAnchor === 'start' ? 6 : -6),
              y: bar => bar.top + LABEL + BAR / 2,
              text: bar => show(bar.points),
              textAnchor,
              fill: FAINT,
            },
          ),
        ),
      ],
    })
  }

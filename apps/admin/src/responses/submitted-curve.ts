import type { Draw } from '../ui/chart/chart.ts'
import { FAINT, LINE, PICTURE_STYLE } from '../ui/chart/picture-style.ts'

export type SubmittedCurve = {
  days: readonly { day: string; submitted: number }[]
  /** How many should submit; null without a target. */
  target: number | null
  colour: string
  /** What stands beside the line of the target. */
  targetWord: string
  show: (count: number) => string
  showDay: (day: string) => string
}

const HEIGHT = 220

/** Steps from nothing to what has been submitted, with the target as a line where there is one. */
export const drawSubmitted =
  ({ days, target, colour, targetWord, show, showDay }: SubmittedCurve): Draw =>
  (plot, width) => {
    const points = days.map(({ day, submitted }) => ({ at: new Date(`${day}T00:00:00Z`), submitted }))
    const last = points.at(-1)
    return plot.plot({
      width,
      height: HEIGHT,
      marginLeft: 44,
      marginRight: 44,
      style: PICTURE_STYLE,
      x: {
        type: 'utc',
        label: null,
        ticks: Math.max(2, Math.floor(width / 140)),
        tickFormat: (at: Date) => showDay(at.toISOString().slice(0, 10)),
      },
      y: { label: null, zero: true, nice: true, ticks: 4, tickFormat: show, grid: true },
      marks: [
        plot.ruleY([0], { stroke: LINE }),
        ...(target === null
          ? []
          : [
              plot.ruleY([target], { stroke: FAINT, strokeDasharray: '4 3' }),
              plot.text([target], {
                y: (value: number) => value,
                frameAnchor: 'left',
                textAnchor: 'start',
                dy: -8,
                dx: 4,
                text: () => targetWord,
              }),
            ]),
        plot.line(points, { x: 'at', y: 'submitted', stroke: colour, strokeWidth: 2.5, curve: 'step-after' }),
        plot.dot(points, { x: 'at', y: 'submitted', r: 3.5, fill: colour }),
        ...(last
          ? [
              plot.text([last], {
                x: 'at',
                y: 'submitted',
                dx: 9,
                textAnchor: 'start',
                fontWeight: 600,
                text: point => show(point.submitted),
              }),
            ]
          : []),
      ],
    })
  }

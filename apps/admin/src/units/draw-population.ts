import type { Draw } from '../ui/chart/chart.ts'
import { FAINT, LINE, PICTURE_STYLE } from '../ui/chart/picture-style.ts'

type Counted = {
  counts: readonly { year: number; value: number }[]
  colour: string
  show: (value: number) => string
}

const HALF_YEAR = 0.36

/** A bar per counted year on a true time axis, so that a year without a count is a gap. */
export const drawPopulation =
  ({ counts, colour, show }: Counted): Draw =>
  (plot, width) => {
    const years = counts.map(one => one.year)
    const [from, to] = [Math.min(...years), Math.max(...years)]
    const room = (width - 72) / (to - from + 1)
    return plot.plot({
      width,
      height: 240,
      marginLeft: 64,
      marginRight: 8,
      marginTop: 20,
      marginBottom: 28,
      style: PICTURE_STYLE,
      x: {
        domain: [from - 0.5, to + 0.5],
        ticks: years.filter((_, at) => room > 34 || at === 0 || at === years.length - 1),
        tickFormat: (year: number) => String(year),
        label: null,
        tickSize: 0,
      },
      y: {
        domain: [0, Math.max(...counts.map(one => one.value)) * 1.05],
        ticks: 4,
        tickFormat: show,
        label: null,
      },
      marks: [
        plot.gridY({ stroke: LINE, strokeOpacity: 1, ticks: 4 }),
        plot.rectY(counts, {
          x1: one => one.year - HALF_YEAR,
          x2: one => one.year + HALF_YEAR,
          y: 'value',
          fill: colour,
        }),
        plot.text(room > 46 ? counts : counts.filter((_, at) => at === 0 || at === counts.length - 1), {
          x: 'year',
          y: 'value',
          text: one => show(one.value),
          dy: -8,
          fill: FAINT,
          fontSize: 11,
        }),
        plot.ruleY([0]),
      ],
    })
  }

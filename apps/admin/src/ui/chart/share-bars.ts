import type { Draw } from './chart.ts'
import { FAINT, HALO, INK, LINE, PICTURE_STYLE } from './picture-style.ts'
import { BAR, type LaidBar, layShares, type SharePanel } from './share-layout.ts'

export type ShareBars = {
  panels: readonly SharePanel[]
  colour: string
  show: (share: number) => string
}

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const

/** Bars from zero to one, with the interval wherever it is known, and the figure beside each. */
export const drawShareBars =
  ({ panels, colour, show }: ShareBars): Draw =>
  (plot, width) => {
    const { beside, heads, bars, scales, height } = layShares(panels, width)
    const across = (bar: LaidBar, share: number) => bar.from + share * (bar.to - bar.from)
    const known = bars.flatMap(bar => (bar.share === null ? [] : [{ ...bar, share: bar.share }]))
    const uncertain = known.flatMap(bar =>
      bar.low === null || bar.high === null ? [] : [{ ...bar, low: bar.low, high: bar.high }],
    )
    const ticks = scales.flatMap(({ from, to }) =>
      TICKS.map(share => ({ share, x: from + share * (to - from) })),
    )
    const middle = (bar: LaidBar) => bar.top + BAR / 2
    return plot.plot({
      width,
      height: height + 22,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.link(ticks, { x1: 'x', x2: 'x', y1: () => 0, y2: () => height, stroke: LINE }),
        ...(['start', 'middle', 'end'] as const).map(textAnchor =>
          plot.text(
            ticks.filter(({ share }) => textAnchor === anchorAt(share, beside)),
            {
              x: 'x',
              y: () => height + 12,
              text: tick => show(tick.share),
              textAnchor,
              fill: FAINT,
              fontSize: 11,
            },
          ),
        ),
        plot.text(heads, {
          x: 'x',
          y: 'y',
          text: 'text',
          textAnchor: 'start',
          fontWeight: 650,
          stroke: HALO,
          strokeWidth: 4,
          fill: INK,
        }),
        plot.text(bars, {
          x: 'labelX',
          y: 'labelY',
          text: 'text',
          textAnchor: beside ? 'end' : 'start',
          lineHeight: 1.15,
          stroke: HALO,
          strokeWidth: 4,
          fill: INK,
        }),
        plot.rect(known, {
          x1: 'from',
          x2: bar => across(bar, bar.share),
          y1: 'top',
          y2: bar => bar.top + BAR,
          fill: colour,
          fillOpacity: 0.8,
        }),
        plot.link(uncertain, {
          x1: bar => across(bar, bar.low),
          x2: bar => across(bar, bar.high),
          y1: middle,
          y2: middle,
          stroke: INK,
          strokeWidth: 1.5,
        }),
        ...(['low', 'high'] as const).map(end =>
          plot.link(uncertain, {
            x1: bar => across(bar, bar[end]),
            x2: bar => across(bar, bar[end]),
            y1: bar => middle(bar) - 4,
            y2: bar => middle(bar) + 4,
            stroke: INK,
            strokeWidth: 1.5,
          }),
        ),
        plot.text(bars, {
          x: 'noteX',
          y: 'noteY',
          text: 'note',
          textAnchor: beside ? 'start' : 'end',
          stroke: HALO,
          strokeWidth: 4,
          fill: INK,
        }),
      ],
    })
  }

/** On a phone the scale goes from edge to edge, so that the words at its ends turn inwards. */
const anchorAt = (share: number, beside: boolean) =>
  beside || (share > 0 && share < 1) ? 'middle' : share === 0 ? 'start' : 'end'

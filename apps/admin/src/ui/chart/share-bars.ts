import type { Draw } from './chart.ts'
import { FAINT, HALO, INK, LINE, PICTURE_STYLE } from './picture-style.ts'
import { shorten, wrapText } from './wrap-text.ts'

export type ShareBar = {
  id: string
  label: string
  /** 0 to 1; null where none is known. */
  share: number | null
  low: number | null
  high: number | null
  /** What stands after the bar. */
  note: string
}

export type ShareBars = {
  /** One panel per option or group; a single one needs no title. */
  panels: readonly { id: string; title: string | null; bars: readonly ShareBar[] }[]
  colour: string
  show: (share: number) => string
}

const BAR = 16
const NOTE = 150

/** Bars from zero to one, with the interval wherever it is known, and the figure beside each. */
export const drawShareBars =
  ({ panels, colour, show }: ShareBars): Draw =>
  (plot, width) => {
    const beside = width >= 640
    const labelWide = beside ? Math.min(280, width * 0.3) : 0
    const from = labelWide
    const to = width - (beside ? NOTE : 96)
    const across = (share: number) => from + share * (to - from)
    let y = 4
    const heads: { y: number; text: string }[] = []
    const bars = panels.flatMap(panel => {
      if (panel.title !== null) {
        heads.push({ y: y + 12, text: panel.title })
        y += 24
      }
      const laid = panel.bars.map(bar => {
        const lines = beside
          ? wrapText(bar.label, Math.floor(labelWide / 6.6)).slice(0, 2)
          : [shorten(bar.label, Math.floor(width / 6.6))]
        const top = beside ? y + 4 : y + 20
        y = top + BAR + (beside ? (lines.length > 1 ? 14 : 8) : 6)
        return { ...bar, lines, top, middle: top + BAR / 2 }
      })
      y += panel.title === null ? 0 : 10
      return laid
    })
    const known = bars.flatMap(bar => (bar.share === null ? [] : [{ ...bar, share: bar.share }]))
    const uncertain = known.flatMap(bar =>
      bar.low === null || bar.high === null ? [] : [{ ...bar, low: bar.low, high: bar.high }],
    )
    const ticks = [0, 0.25, 0.5, 0.75, 1]
    return plot.plot({
      width,
      height: y + 26,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.link(ticks, { x1: across, x2: across, y1: () => 0, y2: () => y, stroke: LINE }),
        plot.text(ticks, { x: across, y: () => y + 14, text: show, fill: FAINT, fontSize: 11 }),
        plot.text(heads, {
          x: () => 0,
          y: 'y',
          text: 'text',
          textAnchor: 'start',
          fontWeight: 600,
          stroke: HALO,
          strokeWidth: 4,
          fill: INK,
        }),
        plot.text(bars, {
          x: () => (beside ? from - 10 : 0),
          y: bar => (beside ? bar.middle : bar.top - 10),
          text: bar => bar.lines.join('\n'),
          textAnchor: beside ? 'end' : 'start',
          lineHeight: 1.15,
        }),
        plot.rect(known, {
          x1: () => across(0),
          x2: bar => across(bar.share),
          y1: 'top',
          y2: bar => bar.top + BAR,
          fill: colour,
          fillOpacity: 0.8,
        }),
        plot.link(uncertain, {
          x1: bar => across(bar.low),
          x2: bar => across(bar.high),
          y1: 'middle',
          y2: 'middle',
          stroke: INK,
          strokeWidth: 1.5,
        }),
        ...(['low', 'high'] as const).map(end =>
          plot.link(uncertain, {
            x1: bar => across(bar[end]),
            x2: bar => across(bar[end]),
            y1: bar => bar.middle - 4,
            y2: bar => bar.middle + 4,
            stroke: INK,
            strokeWidth: 1.5,
          }),
        ),
        plot.text(bars, {
          x: () => to + 10,
          y: 'middle',
          text: bar => (beside ? bar.note : shorten(bar.note, 14)),
          textAnchor: 'start',
          fill: INK,
        }),
      ],
    })
  }

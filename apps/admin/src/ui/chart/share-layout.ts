import { shorten, wrapText } from './wrap-text.ts'

export type ShareBar = {
  id: string
  label: string
  /** 0 to 1; null where none is known. */
  share: number | null
  low: number | null
  high: number | null
  /** The figure in words, beside the bar. */
  note: string
}

/** One panel per option or group; a single one needs no title. */
export type SharePanel = { id: string; title: string | null; bars: readonly ShareBar[] }

export type LaidBar = ShareBar & {
  text: string
  labelX: number
  labelY: number
  noteX: number
  noteY: number
  top: number
  /** px of shares 0 and 1. */
  from: number
  to: number
}

export type ShareLayout = {
  /** True: labels left of the bars and notes right of them; else both above. */
  beside: boolean
  heads: readonly { x: number; y: number; text: string }[]
  bars: readonly LaidBar[]
  /** Where each column of panels has its scale. */
  scales: readonly { from: number; to: number }[]
  height: number
}

export const BAR = 16
const NOTE = 176
const LETTER = 6.5
const GUTTER = 32
/** Narrower than this, a column has no room beside its bars. */
const ROOMY = 440

/** Places every bar: panels in two columns where there is room for them, else under one another. */
export const layShares = (panels: readonly SharePanel[], width: number): ShareLayout => {
  const columns = panels.length > 1 && width >= 2 * ROOMY + GUTTER ? 2 : 1
  const wide = (width - (columns - 1) * GUTTER) / columns
  const beside = wide >= ROOMY
  const longest = Math.max(0, ...panels.flatMap(panel => panel.bars.map(bar => bar.label.length)))
  const labelWide = beside ? Math.min(wide * 0.32, longest * LETTER + 12, 300) : 0
  const scaleOf = (column: number) => {
    const left = column * (wide + GUTTER)
    return { left, from: left + labelWide, to: left + wide - (beside ? NOTE : 4) }
  }
  const heads: ShareLayout['heads'][number][] = []
  const bars: LaidBar[] = []
  let rowTop = 4
  for (let at = 0; at < panels.length; at += columns) {
    const bottoms = panels.slice(at, at + columns).map((panel, column) => {
      const { left, from, to } = scaleOf(column)
      let y = rowTop
      if (panel.title !== null) {
        heads.push({ x: left, y: y + 12, text: shorten(panel.title, Math.floor(wide / 7)) })
        y += 26
      }
      for (const bar of panel.bars) {
        const lines = beside
          ? wrapText(bar.label, Math.floor(labelWide / LETTER)).slice(0, 2)
          : [shorten(bar.label, Math.floor((wide - (bar.note.length + 2) * LETTER) / LETTER))]
        const top = beside ? y + (lines.length > 1 ? 7 : 3) : y + 20
        const above = top - 9
        bars.push({
          ...bar,
          text: lines.join('\n'),
          labelX: beside ? from - 10 : left,
          labelY: beside ? top + BAR / 2 : above,
          noteX: beside ? to + 10 : to,
          noteY: beside ? top + BAR / 2 : above,
          top,
          from,
          to,
        })
        y = top + BAR + (beside ? (lines.length > 1 ? 9 : 5) : 6)
      }
      return y
    })
    rowTop = Math.max(...bottoms) + (panels.length > 1 ? 14 : 4)
  }
  return {
    beside,
    heads,
    bars,
    scales: Array.from({ length: Math.min(columns, panels.length) }, (_, column) => scaleOf(column)),
    height: rowTop,
  }
}

import type { Draw, PlotModule } from '../ui/chart/chart.ts'
import { FAINT, HALO, INK, LINE, PICTURE_STYLE } from '../ui/chart/picture-style.ts'
import { shorten } from '../ui/chart/wrap-text.ts'

export type IntervalRow = {
  id: string
  name: string
  rank: number
  median: number
  low: number
  high: number
  /** Tied with its neighbours of the same group, of which not all need be shown. */
  group: number | null
  /** Shares of the runs, in the order of the columns. */
  chances: readonly number[]
  /** The one that is followed. */
  chosen: boolean
}

export type Intervals = {
  rows: readonly IntervalRow[]
  colour: string
  /** What stands over the bars of each column. */
  columns: readonly string[]
  axis: string
  bandWords: (group: number) => string
  rankWords: (rank: number) => string
  chanceWords: (share: number) => string
  tipWords: (row: IntervalRow) => string
}

const TOP = 34
const BAND_HEAD = 22
const AFTER_BAND = 10
const LETTER = 6.6
const BAND = '#eef1f4'

type Laid = IntervalRow & { y: number; textY: number }
type Band = { y1: number; y2: number; words: string }

/** Rows from the top; those tied stand in a band of their own that says so. */
const layRows = ({ rows, bandWords }: Intervals, high: number, textAbove: number) => {
  const laid: Laid[] = []
  const bands: Band[] = []
  let y = TOP
  for (let at = 0; at < rows.length; ) {
    const group = rows[at]?.group ?? null
    const after = group === null ? -1 : rows.findIndex((row, i) => i > at && row.group !== group)
    const members = rows.slice(at, group === null ? at + 1 : after === -1 ? rows.length : after)
    const opens = y
    if (group !== null) y += BAND_HEAD
    for (const row of members) {
      laid.push({ ...row, y: y + high - (textAbove ? 10 : high / 2), textY: y + (textAbove || high / 2) })
      y += high
    }
    if (group !== null) {
      bands.push({ y1: opens, y2: y + 4, words: bandWords(group) })
      y += AFTER_BAND
    }
    at += members.length
  }
  return { laid, bands, bottom: y }
}

/** A line from the 5 % to the 95 % rank, a dot at the median, a diamond where the rubric has it; bars for the chances beside. */
export const drawIntervals =
  (given: Intervals): Draw =>
  (plot, width) => {
    const { rows, colour, columns, axis } = given
    const beside = width >= 640
    const longest = rows.reduce((most, row) => Math.max(most, row.name.length), 0)
    const labelWide = beside ? Math.min(width * 0.3, longest * LETTER + 20) : 12
    const columnWide = beside && columns.length > 0 ? 132 : 0
    const { laid, bands, bottom } = layRows(given, beside ? 24 : 40, beside ? 0 : 13)
    const left = beside ? labelWide + 44 : 16
    const right = width - columns.length * columnWide - 14
    const most = Math.max(2, ...rows.map(row => Math.max(row.high, row.rank)))
    const least = Math.min(...rows.map(row => Math.min(row.low, row.rank)))
    const across = (rank: number) => left + ((rank - least) / Math.max(1, most - least)) * (right - left)
    const ticks = ticksOf(least, most, Math.floor((right - left) / 70)).map(rank => ({
      rank,
      x: across(rank),
    }))
    const letters = Math.floor((beside ? labelWide - 12 : width - 100) / LETTER)
    return plot.plot({
      width,
      height: bottom + 12,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      marks: [
        plot.rect(bands, { x1: 0, x2: width, y1: 'y1', y2: 'y2', fill: BAND, rx: 6 }),
        plot.text(bands, {
          x: () => 8,
          y: band => band.y1 + 12,
          text: 'words',
          textAnchor: 'start',
          fontStyle: 'italic',
          fill: FAINT,
        }),
        plot.link(ticks, { x1: 'x', x2: 'x', y1: () => TOP - 6, y2: () => bottom, stroke: LINE }),
        plot.text(ticks, {
          x: 'x',
          y: () => TOP - 14,
          text: tick => given.rankWords(tick.rank),
          fill: FAINT,
        }),
        plot.text([axis], { x: () => left, y: () => 6, text: d => d, textAnchor: 'start', fill: FAINT }),
        ...[false, true].map(chosen =>
          plot.text(
            laid.filter(row => row.chosen === chosen),
            {
              x: beside ? labelWide : 8,
              y: 'textY',
              fontWeight: chosen ? 700 : 400,
              text: row => shorten(row.name, letters),
              textAnchor: beside ? 'end' : 'start',
              fill: INK,
            },
          ),
        ),
        plot.text(laid, {
          x: beside ? labelWide + 30 : width - 8,
          y: 'textY',
          text: row =>
            [
              given.rankWords(row.rank),
              ...(beside || columns.length === 0 ? [] : [given.chanceWords(row.chances[0] ?? 0)]),
            ].join(' · '),
          textAnchor: 'end',
          fill: FAINT,
        }),
        plot.text(beside ? [] : [[axis, ...columns.slice(0, 1)].join(' · ')], {
          x: () => width - 8,
          y: () => 6,
          text: d => d,
          textAnchor: 'end',
          fill: FAINT,
        }),
        plot.link(laid, {
          x1: row => across(row.low),
          x2: row => across(row.high),
          y1: 'y',
          y2: 'y',
          stroke: colour,
          strokeWidth: row => (row.chosen ? 5 : 3),
          strokeLinecap: 'round',
        }),
        plot.dot(laid, {
          x: row => across(row.rank),
          y: 'y',
          symbol: 'diamond',
          r: 6,
          stroke: INK,
          strokeWidth: 1.5,
          fill: HALO,
        }),
        plot.dot(laid, { x: row => across(row.median), y: 'y', r: 3.5, fill: colour, stroke: HALO }),
        ...(columnWide === 0
          ? []
          : columns.flatMap((title, at) =>
              bars(plot, given, laid, {
                at,
                title,
                from: right + 20 + at * columnWide,
                wide: columnWide - 64,
              }),
            )),
        plot.tip(
          laid,
          plot.pointerY({ x: row => across(row.median), y: 'y', title: given.tipWords, maxRadius: 20 }),
        ),
      ],
    })
  }

const bars = (
  plot: PlotModule,
  { colour, chanceWords }: Intervals,
  laid: readonly Laid[],
  { at, title, from, wide }: { at: number; title: string; from: number; wide: number },
) => {
  const share = (row: Laid) => row.chances[at] ?? 0
  const some = laid.filter(row => share(row) > 0)
  return [
    plot.text([title], { x: () => from, y: () => 6, text: d => d, textAnchor: 'start', fill: FAINT }),
    plot.rect(some, {
      x1: () => from,
      x2: row => from + Math.max(1, share(row) * wide),
      y1: row => row.y - 6,
      y2: row => row.y + 6,
      fill: colour,
      fillOpacity: 0.8,
    }),
    plot.link(some, {
      x1: () => from,
      x2: () => from,
      y1: row => row.y - 8,
      y2: row => row.y + 8,
      stroke: FAINT,
    }),
    plot.text(some, {
      x: row => from + share(row) * wide + 6,
      y: 'y',
      text: row => chanceWords(share(row)),
      textAnchor: 'start',
    }),
  ]
}

/** Whole ranks, round ones where there are many. */
const ticksOf = (least: number, most: number, count: number): number[] => {
  const span = most - least
  const step =
    [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000].find(one => span / one <= count) ?? 10_000
  const first = Math.ceil(least / step) * step
  const ticks = Array.from({ length: Math.floor((most - first) / step) + 1 }, (_, i) => first + i * step)
  return least === 1 && ticks[0] !== 1 ? [1, ...ticks.filter(tick => tick >= 1 + step / 2)] : ticks
}

import type * as Plot from '@observablehq/plot'

export type PlotModule = typeof Plot

/** Draws one picture at a width in pixels. Called again when the width changes: give `ChartFrame` the same function for the same data. */
export type Draw = (plot: PlotModule, width: number) => SVGElement | HTMLElement

/** What stands beside the picture: a colour or a shape with its word. */
export type LegendItem = {
  label: string
  colour: string
  shape?: 'dot' | 'ring' | 'diamond' | 'triangle' | 'line' | 'bar'
}

export type Cell = string | number | null

/** The figures behind a picture. `show` is for readers; the CSV has the figure itself. */
export type ChartTable = {
  columns: readonly { title: string; show?: (value: number) => string }[]
  rows: readonly (readonly Cell[])[]
}

/** Where a picture comes from, in words that go with it when it leaves the page. */
export type Provenance = { method: string; source: string }

const loaded: { plot?: Promise<PlotModule> } = {}

/** The drawing library, fetched when the first picture is shown. */
export const loadPlot = (): Promise<PlotModule> => {
  loaded.plot ??= import('@observablehq/plot')
  return loaded.plot
}

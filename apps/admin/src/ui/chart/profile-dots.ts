import type { Draw } from './chart.ts'
import { FAINT, HALO, INK, LINE, PICTURE_STYLE } from './picture-style.ts'
import { shorten, wrapText } from './wrap-text.ts'

export type ProfileSeries = {
  id: string
  label: string
  colour: string
  symbol: 'circle' | 'diamond2' | 'square' | 'triangle'
  /** By row; null where there is none, and the line breaks. */
  values: readonly (number | null)[]
  /** Drawn above the others. */
  strong?: boolean
}

export type Profile = {
  rows: readonly { id: string; label: string; refused?: string }[]
  series: readonly ProfileSeries[]
  domain: readonly [number, number]
  unit: string
  show: (value: number) => string
}

/** One dot per series in each row, joined down the rows: where one is above another, and where the order turns. */
export const drawProfile =
  ({ rows, series, domain, unit, show }: Profile): Draw =>
  (plot, width) => {
    const beside = width >= 400
    const labelWide = Math.min(250, Math.floor(width * 0.4))
    const step = beside ? 40 : 54
    const placed = rows.map((row, at) => ({ ...row, y: 20 + at * step + (beside ? step / 2 : 34) }))
    const lines = series.map(one => ({
      ...one,
      points: placed.map((row, at) => ({ ...row, series: one, value: one.values[at] ?? null })),
    }))
    const dots = lines.flatMap(line => line.points.filter(point => point.value !== null))
    const ordered = lines.toSorted((a, b) => Number(a.strong ?? false) - Number(b.strong ?? false))
    const ticks = width < 500 ? 5 : 10
    return plot.plot({
      width,
      height: 20 + rows.length * step + 44,
      marginLeft: beside ? labelWide : 12,
      marginRight: 16,
      marginTop: 8,
      marginBottom: 36,
      style: PICTURE_STYLE,
      x: { domain, label: unit, labelAnchor: 'right', labelArrow: 'none', ticks, tickFormat: show },
      y: { type: 'identity', axis: null },
      marks: [
        plot.gridX({ stroke: LINE, strokeOpacity: 1, ticks }),
        plot.ruleY(placed, { y: 'y', stroke: LINE }),
        plot.text(
          placed.filter(row => row.refused),
          {
            x: () => domain[0],
            y: 'y',
            dx: 8,
            text: row =>
              wrapText(row.refused ?? '', Math.floor((width - (beside ? labelWide + 40 : 30)) / 6.2))
                .slice(0, 2)
                .join('\n'),
            lineHeight: 1.15,
            textAnchor: 'start',
            fill: FAINT,
            fontStyle: 'italic',
            stroke: HALO,
            strokeWidth: 4,
          },
        ),
        ...ordered.flatMap(line => [
          plot.line(line.points, {
            x: 'value',
            y: 'y',
            stroke: line.colour,
            strokeWidth: line.strong ? 2.5 : 1.75,
            strokeOpacity: line.strong ? 1 : 0.55,
          }),
          plot.dot(
            line.points.filter(point => point.value !== null),
            {
              x: 'value',
              y: 'y',
              symbol: line.symbol,
              r: 5.5,
              fill: line.colour,
              stroke: HALO,
              strokeWidth: 1,
            },
          ),
        ]),
        plot.text(placed, {
          x: () => domain[0],
          y: 'y',
          dx: beside ? -12 : 0,
          dy: beside ? 0 : -20,
          text: row =>
            beside
              ? wrapText(row.label, Math.floor(labelWide / 6.8))
                  .slice(0, 2)
                  .join('\n')
              : shorten(row.label, Math.floor(width / 7)),
          stroke: HALO,
          strokeWidth: 4,
          fill: INK,
          lineHeight: 1.15,
          textAnchor: beside ? 'end' : 'start',
          fontWeight: beside ? 400 : 600,
        }),
        plot.tip(
          dots,
          plot.pointer({
            x: 'value',
            y: 'y',
            title: dot => `${dot.series.label}\n${dot.label}\n${show(dot.value ?? 0)}`,
            maxRadius: 24,
            fill: '#ffffff',
            stroke: INK,
          }),
        ),
      ],
    })
  }

import type { Draw, PlotModule } from './chart.ts'
import { fitting } from './labels.ts'
import { FAINT, HALO, INK, PICTURE_STYLE } from './picture-style.ts'
import { albers, type Box, fitted, graticule, type LatLon, type Meridian, type Point } from './projection.ts'
import { classOf, RAMP, RAMP_RADIUS } from './ramp.ts'

export type MapDot = LatLon & {
  id: string
  name: string
  /** Null: took part without a figure. */
  value: number | null
  /** Which places are named first. */
  population: number | null
  /** Larger than a place, such as a county: not named unless chosen. */
  wide: boolean
  /** The dot stands where a successor or predecessor is. */
  borrowed: boolean
}

export type DotMaps = {
  maps: readonly { id: string; label: string; dots: readonly MapDot[] }[]
  domain: readonly [number, number]
  show: (value: number) => string
  noValue: string
  chosen?: readonly string[]
}

/** So many places, and the country's shape can be told from them. */
const SHAPES_A_LAND = 100

const LAND = '#eef1f4'
const GRID = '#d5dbe1'

type Placed = MapDot & Point & { label: string }

const oneMap = (
  plot: PlotModule,
  { dots, label }: DotMaps['maps'][number],
  box: Box,
  { domain, chosen = [] }: DotMaps,
) => {
  const longitudes = dots.map(dot => dot.lon)
  const project = albers((Math.min(...longitudes) + Math.max(...longitudes)) / 2)
  const place = fitted(dots.map(project), {
    x: box.x + 24,
    y: box.y + 56,
    width: box.width - 64,
    height: box.height - 88,
  })
  const placed: Placed[] = dots.map(dot => ({ ...dot, ...place(project(dot)), label }))
  const lines = graticule(dots, 5).map(line => ({
    ...line,
    points: line.points.map(at => place(project(at))),
  }))
  const within = (point: Point) =>
    point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y + 30 && point.y <= box.y + box.height
  const classed = (dot: Placed) => (dot.value === null ? null : classOf(dot.value, domain))
  const kept = placed.filter(dot => chosen.includes(dot.id))
  const byPopulation = placed
    .filter(dot => !dot.wide)
    .toSorted((a, b) => (b.population ?? 0) - (a.population ?? 0))
  const named = fitting(
    [...kept, ...byPopulation.slice(0, 24).filter(dot => !kept.includes(dot))].map(dot => ({
      ...dot,
      text: dot.name,
      y: dot.y,
    })),
  ).slice(0, kept.length + (box.width < 420 ? 6 : 8))
  const filled = placed.filter(dot => dot.value !== null).toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
  const marks = [
    plot.text([{ x: box.x, y: box.y + 14 }], {
      x: 'x',
      y: 'y',
      text: () => label,
      textAnchor: 'start',
      fontWeight: 600,
      fontSize: 13,
    }),
    ...(dots.length >= SHAPES_A_LAND
      ? [plot.dot(placed, { x: 'x', y: 'y', r: box.height / 42, fill: LAND })]
      : []),
    ...lines.map(line =>
      plot.line(line.points.filter(within), { x: 'x', y: 'y', stroke: GRID, strokeWidth: 0.75 }),
    ),
    plot.text(
      fitting<Point & { text: string; degrees?: true }>([...named, ...degreesOf(lines, within, box)]).filter(
        label => label.degrees,
      ),
      {
        x: 'x',
        y: 'y',
        dy: -5,
        text: 'text',
        textAnchor: 'start',
        fill: FAINT,
        fontSize: 9,
      },
    ),
    plot.dot(
      placed.filter(dot => dot.value === null),
      { x: 'x', y: 'y', r: 2, stroke: '#7b8794', strokeWidth: 1 },
    ),
    plot.dot(filled, {
      x: 'x',
      y: 'y',
      r: dot => RAMP_RADIUS[classed(dot) ?? 0] ?? 3,
      fill: dot => RAMP[classed(dot) ?? 0] ?? FAINT,
      stroke: HALO,
      strokeWidth: 0.5,
    }),
    plot.dot(kept, { x: 'x', y: 'y', r: 9, stroke: INK, strokeWidth: 2.5 }),
    plot.text(named, {
      x: 'x',
      y: 'y',
      dx: 9,
      text: 'text',
      textAnchor: 'start',
      stroke: HALO,
      strokeWidth: 3.5,
      fill: INK,
      fontSize: 11,
      fontWeight: 600,
    }),
  ]
  return { marks, placed }
}

type Line = Omit<Meridian, 'points'> & { points: Point[] }

/** Degrees stand where their line enters the map: parallels from the west, meridians from the south. */
const degreesOf = (lines: readonly Line[], within: (point: Point) => boolean, box: Box) =>
  lines.flatMap(({ kind, degrees, points }) => {
    const inside = points.filter(within)
    const [point] = kind === 'lat' ? inside : inside.toSorted((a, b) => b.y - a.y)
    if (!point) return []
    const atEdge = kind === 'lat' ? point.x < box.x + box.width / 3 : point.y > box.y + box.height - 60
    const side = kind === 'lat' ? 'N' : degrees < 0 ? 'W' : 'E'
    return atEdge ? [{ ...point, text: `${Math.abs(degrees)}° ${side}`, degrees: true as const }] : []
  })

/** Dots at their true places, one map beside the other; the darker and larger, the higher. Nothing is fetched for it. */
export const drawMaps =
  (options: DotMaps): Draw =>
  (plot, width) => {
    const { maps, show, noValue } = options
    const columns = Math.max(1, Math.min(maps.length, Math.floor(width / 300)))
    const wide = (width - (columns - 1) * 16) / columns
    const high = Math.min(620, Math.max(420, wide * 1.15))
    const drawn = maps.map((map, at) =>
      oneMap(
        plot,
        map,
        { x: (at % columns) * (wide + 16), y: Math.floor(at / columns) * high, width: wide, height: high },
        options,
      ),
    )
    const placed = drawn.flatMap(one => one.placed)
    return plot.plot({
      width,
      height: Math.ceil(maps.length / columns) * high,
      margin: 0,
      style: PICTURE_STYLE,
      x: { type: 'identity', axis: null },
      y: { type: 'identity', axis: null },
      r: { type: 'identity' },
      marks: [
        ...drawn.flatMap(one => one.marks),
        plot.tip(
          placed,
          plot.pointer({
            x: 'x',
            y: 'y',
            title: dot => `${dot.name}\n${dot.label}\n${dot.value === null ? noValue : show(dot.value)}`,
            maxRadius: 24,
          }),
        ),
      ],
    })
  }

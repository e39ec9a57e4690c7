export type LatLon = { lat: number; lon: number }
export type Point = { x: number; y: number }

const RADIANS = Math.PI / 180

/** Standard parallels that keep the Nordic countries in shape, from southern Denmark to Finnmark. */
const PARALLELS = [57, 68] as const

/**
 * Albers' equal-area conic projection on a sphere of radius 1: areas are comparable, so many dots in a place means many
 * municipalities, not a stretched map. North is up at `middle`; y grows to the south.
 * Source: Snyder (1987), *Map Projections: A Working Manual*, USGS PP 1395, p. 100.
 *
 * @param middle the longitude, in degrees, that stands upright
 */
export const albers = (middle: number): ((at: LatLon) => Point) => {
  const [south, north] = PARALLELS.map(parallel => Math.sin(parallel * RADIANS)) as [number, number]
  const n = (south + north) / 2
  const c = 1 - south ** 2 + 2 * n * south
  const radiusAt = (lat: number) => Math.sqrt(c - 2 * n * Math.sin(lat * RADIANS)) / n
  const origin = radiusAt((PARALLELS[0] + PARALLELS[1]) / 2)
  return ({ lat, lon }) => {
    const angle = n * (lon - middle) * RADIANS
    return { x: radiusAt(lat) * Math.sin(angle), y: radiusAt(lat) * Math.cos(angle) - origin }
  }
}

export type Box = { x: number; y: number; width: number; height: number }

/** Moves and scales points into a box, the same in both directions, centred. */
export const fitted = (points: readonly Point[], box: Box): ((point: Point) => Point) => {
  const [xs, ys] = [points.map(point => point.x), points.map(point => point.y)]
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  const [wide, high] = [Math.max(...xs) - left, Math.max(...ys) - top]
  const scale = Math.min(box.width / (wide || 1e-9), box.height / (high || 1e-9))
  return ({ x, y }) => ({
    x: box.x + box.width / 2 + (x - left - wide / 2) * scale,
    y: box.y + box.height / 2 + (y - top - high / 2) * scale,
  })
}

const along = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step + 1e-9) + 1 }, (_, at) => from + at * step)

const roundedOut = (values: readonly number[], step: number): [number, number] => [
  Math.floor(Math.min(...values) / step) * step,
  Math.ceil(Math.max(...values) / step) * step,
]

export type Meridian = { kind: 'lat' | 'lon'; degrees: number; points: LatLon[] }

/** Lines of equal latitude and longitude around the places, every `step` degrees. */
export const graticule = (places: readonly LatLon[], step: number): Meridian[] => {
  if (places.length === 0) return []
  const [south, north] = roundedOut(
    places.map(place => place.lat),
    step,
  )
  const [west, east] = roundedOut(
    places.map(place => place.lon),
    step,
  )
  return [
    ...along(south, north, step).map(lat => ({
      kind: 'lat' as const,
      degrees: lat,
      points: along(west, east, 1).map(lon => ({ lat, lon })),
    })),
    ...along(west, east, step).map(lon => ({
      kind: 'lon' as const,
      degrees: lon,
      points: along(south, north, 1).map(lat => ({ lat, lon })),
    })),
  ]
}

/**
 * How far each dot of a row must leave the line so that none hides another: dots in the order of their place, each as
 * near to the line as those before it let it be. Where that needs more than `limit`, all are drawn together alike.
 *
 * @param places px along the line
 * @param radius px
 * @param limit most px that a dot may be off
 * @returns px across the line, in the order of `places`
 */
export const swarm = (places: readonly number[], radius: number, limit: number): number[] => {
  const order = places.map((_, at) => at).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0))
  const offsets = places.map(() => 0)
  const apart = 4 * radius ** 2
  let first = 0
  for (const [rank, at] of order.entries()) {
    const place = places[at] ?? 0
    while ((places[order[first] ?? 0] ?? 0) < place - 2 * radius) first++
    const near = order.slice(first, rank).map(other => {
      const across = offsets[other] ?? 0
      return { across, reach: Math.sqrt(Math.max(0, apart - (place - (places[other] ?? 0)) ** 2)) }
    })
    const free = (offset: number) =>
      near.every(({ across, reach }) => Math.abs(offset - across) >= reach - 1e-6)
    const candidates = [0, ...near.flatMap(({ across, reach }) => [across - reach, across + reach])]
    offsets[at] = candidates.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b).find(free) ?? 0
  }
  const furthest = offsets.reduce((most, offset) => Math.max(most, Math.abs(offset)), 0)
  return furthest > limit ? offsets.map(offset => (offset * limit) / furthest) : offsets
}

/** Quantiles of ranks that were counted. */

/**
 * R's type 7 (Hyndman and Fan, "Sample quantiles in statistical packages", 1996): the ordered values at place (m − 1)·p, with
 * a straight line between neighbours. A range of ranks stands for its middle.
 *
 * @param cells how often each range was met, `width` ranks each, the first from rank 1
 * @param size how many values were counted, above 0
 */
export const quantile = (cells: Uint32Array, width: number, size: number, p: number): number => {
  const place = (size - 1) * p
  const below = Math.floor(place)
  let cell = 0
  let counted = cells[0] as number
  while (counted <= below) counted += cells[++cell] as number
  const low = cell
  if (place > below) while (counted <= below + 1) counted += cells[++cell] as number
  const rankAt = (at: number) => at * width + (width + 1) / 2
  return rankAt(low) + (place - below) * (rankAt(cell) - rankAt(low))
}

/** A population band: `from` inclusive, `below` exclusive, as in a rubric's categories. */
export type Band = {
  /** `<2000`, `2000-4999`, `>=50000`. */
  id: string
  from?: number
  below?: number
}

/**
 * The bands between ascending bounds: `[2000, 5000]` gives `<2000`, `2000-4999` and `>=5000`.
 *
 * @throws RangeError when there is no bound, or they are not whole, positive and ascending
 */
export const bandsOf = (bounds: readonly number[]): [Band, ...Band[]] => {
  const ascending = bounds.every((bound, i) => Number.isInteger(bound) && bound > (bounds[i - 1] ?? 0))
  const [first] = bounds
  if (first === undefined || !ascending)
    throw new RangeError(`bounds must be whole, positive and ascending, not ${JSON.stringify(bounds)}`)
  const upper = bounds.map((from, i): Band => {
    const below = bounds[i + 1]
    return below === undefined ? { id: `>=${from}`, from } : { id: `${from}-${below - 1}`, from, below }
  })
  return [{ id: `<${first}`, below: first }, ...upper]
}

/** The band that `population` falls in; the bounds are as in `bandsOf`. */
export const bandOf = (population: number, bounds: readonly number[]): Band => {
  const bands = bandsOf(bounds)
  return bands.findLast(band => population >= (band.from ?? 0)) ?? bands[0]
}

/** How far a run is from the nominal ranking. */

/**
 * Mean of |rank − nominal rank| over the units that have both; NaN where none has: nobody stayed where they were. COINr's measure of sensitivity, after
 * Saisana, Saltelli and Tarantola, J. R. Stat. Soc. A 168 (2005).
 *
 * @param nominal by unit, 0 = not ranked
 */
export const changeOf = (nominal: Int32Array, ranks: Int32Array): number => {
  let sum = 0
  let both = 0
  for (let u = 0; u < nominal.length; u++) {
    const before = nominal[u] as number
    const now = ranks[u] as number
    if (before === 0 || now === 0) continue
    sum += Math.abs(now - before)
    both++
  }
  return sum / both
}

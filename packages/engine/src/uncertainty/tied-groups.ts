/** Units whose order the runs do not settle. */

/** From which share of runs on one unit is surely before another. */
const SURE = 0.95

/**
 * Walks down the nominal order: the best unit leads a group, and each next one joins it unless the leader came before it in
 * at least 95 % of the runs; then it leads a group of its own.
 *
 * @param order places of the units, best first
 * @param before how often the unit of the row came before that of the column
 * @param runs in which both could have been ranked
 * @returns groups of places, in the order given
 */
export const tiedGroups = (order: readonly number[], before: Uint32Array, runs: number): number[][] => {
  const units = Math.sqrt(before.length)
  const groups: number[][] = []
  for (const unit of order) {
    const group = groups[groups.length - 1]
    const leader = group?.[0]
    const isSure = leader === undefined || (before[leader * units + unit] as number) >= SURE * runs
    if (group === undefined || isSure) groups.push([unit])
    else group.push(unit)
  }
  return groups
}

/** Positions of the values that are numbers, by group, groups in the order in which they first come. */
export const numbersByGroup = (
  values: ArrayLike<number>,
  groups: readonly string[],
): Map<string, number[]> => {
  if (groups.length !== values.length)
    throw new RangeError(`${values.length} values in ${groups.length} groups: each value has one`)
  const byGroup = new Map<string, number[]>()
  for (const [i, group] of groups.entries()) {
    const positions = byGroup.get(group) ?? []
    byGroup.set(group, positions)
    if (!Number.isNaN(values[i])) positions.push(i)
  }
  return byGroup
}

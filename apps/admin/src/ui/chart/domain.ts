/**
 * The ends of a scale on which `full` is everything: from nothing to full, and as far beyond as any value lies, in tenths of
 * full.
 */
export const domainOf = (values: readonly (number | null)[], full: number): [number, number] => {
  const known = values.filter(value => value !== null)
  const low = known.reduce((a, b) => Math.min(a, b), 0)
  const high = known.reduce((a, b) => Math.max(a, b), full)
  return [(Math.floor((low / full) * 10) / 10) * full, (Math.ceil((high / full) * 10) / 10) * full]
}

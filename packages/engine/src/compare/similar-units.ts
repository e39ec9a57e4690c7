/** A unit that others can be like. */
export type Sized = { id: string; population: number; kind: string }

const distance = (a: Sized, b: Sized): number => Math.abs(Math.log(a.population / b.population))

/**
 * The `k` units of the same kind whose population is nearest by ratio, |ln(a/b)|, nearest first: 2 000 is as far from
 * 4 000 as from 1 000. Equal distance: by id. The target itself is left out, and so are units without inhabitants.
 *
 * @throws RangeError when the target has no inhabitants
 */
export const similarUnits = <U extends Sized>(target: Sized, candidates: readonly U[], k: number): U[] => {
  if (!(target.population > 0)) throw new RangeError(`unit ${target.id} has no population to compare by`)
  return candidates
    .filter(unit => unit.id !== target.id && unit.kind === target.kind && unit.population > 0)
    .toSorted((a, b) => distance(a, target) - distance(b, target) || (a.id < b.id ? -1 : 1))
    .slice(0, k)
}

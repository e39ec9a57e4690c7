import { populationAt } from '@tumstock/register/population'
import type { Unit } from '@tumstock/register/unit'
import { unitAt } from '@tumstock/register/units'
import type { EntryTable } from '../db/schema.ts'
import { Refusal } from '../refusal.ts'
import { type Assigned, categoryOf } from './category.ts'
import { canEnter, type Scope } from './unit-lookup.ts'

/** What the register says of one unit, or of several that take part as one, at the round's reference date. */
export type Verdict = Assigned & {
  name: string
  kind: string
  country: string
  /** Inhabitants of all units; null as soon as one is not known, since a part would pass for the whole. */
  population: number | null
  ineligible: EntryTable['ineligible']
}

/** The units at the reference date, the lead first. @throws Refusal `bad-input` */
export const unitsAtDate = (
  { referenceDate }: Pick<Scope, 'referenceDate'>,
  ids: readonly string[],
): Unit[] =>
  ids.map(id => {
    const unit = unitAt(id, referenceDate)
    if (!unit)
      throw new Refusal(
        'bad-input',
        `There is no unit ${id} on ${referenceDate}, the round's reference date.`,
      )
    return unit
  })

/** Kind and country are the lead's; who may not take part by itself may not with others either. */
export const verdictOf = (scope: Scope, ids: readonly string[]): Verdict => {
  const units = unitsAtDate(scope, ids)
  const [lead] = units
  if (!lead) throw new Refusal('bad-input', 'An entry has at least one unit.')
  const counts = ids.map(id => populationAt(id, scope.referenceDate)?.value ?? null)
  const population = counts.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0)
  return {
    ...categoryOf(scope.rubric, { kind: lead.kind, population }),
    name: units.map(unit => unit.name).join(', '),
    kind: lead.kind,
    country: lead.country,
    population,
    ineligible: units.every(canEnter(scope)) ? null : 'register',
  }
}

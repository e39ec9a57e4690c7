import { similarUnits } from '@tumstock/engine/similar-units'
import { predecessorsOf, successorsOf } from '@tumstock/register/lineage'
import { populationAt, populationsOf } from '@tumstock/register/population'
import { positionOf } from '@tumstock/register/position'
import type { Unit } from '@tumstock/register/unit'
import { unitAt, unitById, unitsAt } from '@tumstock/register/units'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { historyOf } from './history.ts'

const SIMILAR = 8

/** Who a unit is, how it did in every round, and who is like it. */
export async function getUnit(ctx: Context, id: string) {
  const unit = unitById(id)
  if (!unit)
    throw new Refusal(
      'not-found',
      `The register has no unit ${id}. Allowed: country and code, such as NO-0301.`,
    )
  const predecessors = predecessorsOf(id)
  return {
    unit,
    ended: unit.validTo,
    populations: populationsOf(id),
    position: positionOf(id),
    county: unit.county === null ? null : (unitById(`${unit.country}-${unit.county}`)?.name ?? null),
    predecessors: predecessors.map(named),
    successors: successorsOf(id).map(named),
    rounds: await historyOf(ctx, [id, ...predecessors.map(one => one.id)]),
    similar: similarTo(unit, lastDay(unit, ctx.now())),
  }
}

const named = <T extends { id: string }>(relative: T) => ({
  ...relative,
  name: unitById(relative.id)?.name ?? relative.id,
})

/** Today, or the last day of a unit that is no more. */
function lastDay(unit: Unit, now: string): string {
  if (unit.validTo === null) return now.slice(0, 10)
  return new Date(Date.parse(unit.validTo) - 86_400_000).toISOString().slice(0, 10)
}

/** Units of the same kind and country, nearest in population. */
function similarTo(unit: Unit, date: string) {
  const sized = (one: Unit) => {
    const population = populationAt(one.id, date)?.value
    return population === undefined ? [] : [{ id: one.id, name: one.name, kind: one.kind, population }]
  }
  const [target] = sized(unit)
  if (!target) return []
  const others = unitsAt(unit.country, date, unit.kind).flatMap(sized)
  return similarUnits(target, others, SIMILAR).map(({ id, name, population }) => ({ id, name, population }))
}

/** Dots for a map. Units outside the register, or without a known place, have none. */
export const positionsOf = (ids: readonly string[], date: string) =>
  ids.flatMap(id => {
    const position = positionOf(id)
    return position ? [{ id, name: (unitAt(id, date) ?? unitById(id))?.name ?? id, ...position }] : []
  })

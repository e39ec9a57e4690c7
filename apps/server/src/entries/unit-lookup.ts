import { candidates } from '@tumstock/register/candidates'
import { find, type Where } from '@tumstock/register/find'
import { COUNTRIES, type Unit, type UnitKind } from '@tumstock/register/unit'
import { unitAt, unitsAt } from '@tumstock/register/units'
import type { RubricData } from '@tumstock/rubric/contract'
import type { UnitChoice, UnitLookup } from './resolve-unit.ts'

export type Scope = { country: string; referenceDate: string; rubric: Pick<RubricData, 'categories'> }

const choiceOf = ({ id, code, name, kind, country }: Unit): UnitChoice => ({ id, code, name, kind, country })

/** True for what can take part: of a kind that the rubric has a class for, and with an authority of its own. */
export const canEnter = ({ rubric }: Pick<Scope, 'rubric'>) => {
  const kinds = new Set<string>(Object.values(rubric.categories).map(category => category.kind))
  return (unit: Unit) => (kinds.size === 0 || kinds.has(unit.kind)) && unit.countyMunicipality !== false
}

/** The units that can take part in a round, as they were at its reference date. */
export const unitsFor = (scope: Scope, country: string, kind?: UnitKind): Unit[] => {
  const known = COUNTRIES.find(one => one === country)
  return known ? unitsAt(known, scope.referenceDate, kind).filter(canEnter(scope)) : []
}

/** Spelling is compared with every unit of the country; a file of nothing but unknown names must not take minutes. */
const MAX_SUGGESTIONS = 200

/** Finds what a file says at the round's reference date, codes and names in the round's own country. */
export const lookupFor = (scope: Scope): UnitLookup => {
  const date = scope.referenceDate
  const country = COUNTRIES.find(one => one === scope.country)
  const where: Where = country ? { country } : {}
  const enters = canEnter(scope)
  const byCode = new Map<string, Unit[]>()
  for (const one of country ? [country] : COUNTRIES) {
    for (const unit of unitsFor(scope, one)) byCode.set(unit.code, [...(byCode.get(unit.code) ?? []), unit])
  }
  const findAll = (text: string): Unit[] => {
    const byId = unitAt(text, date)
    if (byId) return enters(byId) ? [byId] : []
    return byCode.get(text) ?? find(text, date, where).filter(enters)
  }
  let suggested = 0
  const suggestAll = (text: string): Unit[] => {
    if (suggested++ >= MAX_SUGGESTIONS) return []
    if (/^\d+$/.test(text)) {
      return [...byCode].flatMap(([code, units]) => (code === text.padStart(code.length, '0') ? units : []))
    }
    return candidates(text, date, where).flatMap(({ unit }) => (enters(unit) ? unit : []))
  }
  return { find: text => findAll(text).map(choiceOf), suggest: text => suggestAll(text).map(choiceOf) }
}

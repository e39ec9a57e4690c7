import type { inferInput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'
import type { PickedUnit } from './unit-picker.tsx'

export const HOW = ['municipality', 'county', 'classes', 'inCounty', 'some', 'list'] as const
export type How = (typeof HOW)[number]

/** Whom the server is asked to invite. */
export type Whom = NonNullable<inferInput<typeof trpc.entries.who>>['whom']

/** A unit of a pasted list, and who answers for it where the list says so. */
export type ListedContact = { unit: string; contact: { unit: string; email: string; name?: string } | null }

type Chosen = {
  how: How
  country: string
  classes: readonly string[]
  county: string
  some: readonly PickedUnit[]
  listed: readonly ListedContact[]
}

/** Who is meant by what was chosen; null while that is nobody. */
export function whomOf({ how, country, classes, county, some, listed }: Chosen): Whom | null {
  if (how === 'municipality' || how === 'county') return { country, kind: how }
  if (how === 'classes') return classes.length > 0 ? { categories: [...classes] } : null
  if (how === 'inCounty') return county === '' ? null : { county }
  const units = how === 'some' ? some.map(unit => unit.id) : listed.map(one => one.unit)
  return units.length > 0 ? { units } : null
}

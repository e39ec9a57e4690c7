import { unitAt } from '@tumstock/register/units'
import type { EntryTable } from '../db/schema.ts'

/**
 * How far an entry is with its answer. `asked`: the municipality has not said that it takes part; `accepted`: it has, and
 * has answered nothing yet; `away`: it declined or withdrew.
 */
export type ResponseState = 'asked' | 'accepted' | 'started' | 'submitted' | 'away'

/** What of an entry the response to a round is told from. */
export type Asked = Pick<
  EntryTable,
  'id' | 'name' | 'category' | 'kind' | 'state' | 'submittedAt' | 'participation'
> & {
  /** Register id of its first unit. */
  lead: string
  /** It has answered something. */
  started: boolean
}

export type Response = Pick<Asked, 'participation'> & {
  entry: string
  /** Empty of one that takes part anonymously, to who may not know which it is. */
  name: string
  category: string | null
  /** Of its first unit on the round's reference date; a county is its own. */
  county: { id: string; name: string } | null
  state: ResponseState
  submittedAt: string | null
}

export const responseOf = (asked: Asked, referenceDate: string): Response => ({
  entry: asked.id,
  name: asked.name,
  category: asked.category,
  county: countyOf(asked.lead, referenceDate),
  state: stateOf(asked),
  participation: asked.participation,
  submittedAt: asked.submittedAt,
})

/**
 * Without who takes part anonymously: these are counted as a whole, in no class and no county, and stand last in an order
 * that says nothing.
 */
export function unnamed(responses: readonly Response[]): Response[] {
  const { named = [], hidden = [] } = Object.groupBy(responses, ({ participation }) =>
    participation === 'anonymous' ? 'hidden' : 'named',
  )
  return [
    ...named,
    ...hidden
      .map(one => ({ ...one, name: '', category: null, county: null }))
      .toSorted((a, b) => (a.entry < b.entry ? -1 : 1)),
  ]
}

const stateOf = ({ state, submittedAt, started }: Asked): ResponseState => {
  if (state === 'declined' || state === 'withdrawn') return 'away'
  if (submittedAt !== null) return 'submitted'
  if (started) return 'started'
  return state === 'accepted' ? 'accepted' : 'asked'
}

function countyOf(unitId: string, date: string): Response['county'] {
  const unit = unitAt(unitId, date)
  if (!unit) return null
  if (unit.kind === 'county') return { id: unit.id, name: unit.name }
  if (unit.county === null) return null
  const id = `${unit.country}-${unit.county}`
  return { id, name: unitAt(id, date)?.name ?? id }
}

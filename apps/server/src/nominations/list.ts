import { unitAt } from '@tumstock/register/units'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Context } from '../context.ts'
import { entriesByUnit } from '../entries/whom.ts'
import { placeFor } from '../place.ts'
import { sees } from '../policy.ts'
import type { EntryRow } from '../standing.ts'
import { nominationsOf } from './queries.ts'

export type NominationView = {
  id: string
  units: { id: string; name: string }[]
  title: string | null
  answers: Record<string, AnswerValue>
  nominator: { name: string; email: string } | null
  language: string
  state: 'received' | 'forwarded' | 'dismissed'
  reason: string | null
  at: string
  decidedAt: string | null
  /** The entry of the municipality, whether it came from this nomination or not. */
  entry: { id: string; name: string; state: EntryRow['state']; completeUntil: string | null } | null
  /** How many nominations name the same lead. */
  ofSame: number
}

/** Every nomination of a round, in the order in which they came. */
export async function listNominations(ctx: Context, id: string): Promise<NominationView[]> {
  const { round, standing } = await placeFor(ctx, ctx.db, 'nominations.list', { round: id })
  const rows = (await nominationsOf(ctx.db, id)).map(row => ({
    ...row,
    units: JSON.parse(row.units) as string[],
  }))
  const taking = await entriesByUnit(ctx.db, id)
  const named = Map.groupBy(rows, row => row.units[0] ?? '')
  return rows.map(row => {
    const lead = row.units[0] ?? ''
    const entry = taking.get(lead)
    return {
      id: row.id,
      units: row.units.map(unit => ({ id: unit, name: unitAt(unit, round.referenceDate)?.name ?? unit })),
      title: row.title,
      answers: JSON.parse(row.answers) as Record<string, AnswerValue>,
      nominator: sees(standing, 'entry.nominator')
        ? { name: row.nominatorName, email: row.nominatorEmail }
        : null,
      language: row.language,
      state: row.state,
      reason: row.reason,
      at: row.at,
      decidedAt: row.decidedAt,
      entry: entry
        ? { id: entry.id, name: entry.name, state: entry.state, completeUntil: entry.completeUntil }
        : null,
      ofSame: named.get(lead)?.length ?? 1,
    }
  })
}

import { unitAt } from '@tumstock/register/units'
import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import { sees } from '../policy.ts'
import { currentDefinition } from '../rounds/current.ts'
import type { EntryRow } from '../standing.ts'
import * as queries from './queries.ts'
import { verdictOf } from './verdict.ts'

/** Every entry of a round for those who run or watch it. Who joined another entry stands with that one. */
export async function listEntries(ctx: Context, id: string) {
  const { round, standing } = await placeFor(ctx, ctx.db, 'entries.list', { round: id })
  const rubric = await currentDefinition(ctx.db, round)
  const of = Object.keys(rubric.questions).length + Object.keys(rubric.indicators).length
  const counts = new Map((await queries.answerCounts(ctx.db, id)).map(row => [row.entryId, row.answered]))
  const units = Map.groupBy(await queries.unitsOfEntries(ctx.db, id), row => row.entryId)
  const extensions = Map.groupBy(await queries.extensionsOf(ctx.db, id), row => row.entryId)
  const runs = sees(standing, 'entry.contact')
  const scope = { ...round, rubric }
  const isHidden = ({ participation }: EntryRow) =>
    participation === 'anonymous' && !sees(standing, 'entry.anonymous')
  const all = (await queries.entriesOf(ctx.db, id)).filter(entry => entry.joinedTo === null)
  // They come by name: where there is none to know, the place must not tell it either.
  const sentIn = ({ submittedAt, id: entry }: EntryRow) => `${submittedAt ?? '~'} ${entry}`
  const hidden = all.filter(isHidden).toSorted((a, b) => (sentIn(a) < sentIn(b) ? -1 : 1))
  return [...all.filter(entry => !isHidden(entry)), ...hidden].map(entry => {
    const own = (units.get(entry.id) ?? []).map(row => row.unitId)
    const shown = {
      id: entry.id,
      state: entry.state,
      origin: entry.origin,
      participation: entry.participation,
      submittedAt: entry.submittedAt,
      completeUntil: entry.completeUntil,
      extendedTo: extensions.get(entry.id)?.map(({ stage, until }) => ({ stage, until })) ?? [],
      answered: counts.get(entry.id) ?? 0,
      of,
      ...(runs && decisionsOf(entry, own.length > 0 ? verdictOf(scope, own) : null)),
    }
    if (isHidden(entry)) return { ...shown, ...NAMELESS }
    return { ...shown, ...whoIs(entry, own, round.referenceDate) }
  })
}

/** Who takes part: what an anonymous entry keeps to itself and to the organiser. */
const whoIs = (entry: EntryRow, units: readonly string[], date: string) => ({
  units: units.map(unit => ({ id: unit, name: unitAt(unit, date)?.name ?? unit })),
  name: entry.name,
  county: countyOf(units[0] ?? '', date),
  category: entry.category,
  categoryReason: entry.categoryReason,
  population: entry.population,
  kind: entry.kind,
  country: entry.country,
})

const NAMELESS: ReturnType<typeof whoIs> = {
  units: [],
  name: '',
  county: null,
  category: null,
  categoryReason: '',
  population: null,
  kind: '',
  country: '',
}

/** Register id of the county that a unit lies in; a county lies in itself. */
const countyOf = (id: string, date: string): string | null => {
  const unit = unitAt(id, date)
  if (!unit) return null
  if (unit.kind === 'county') return unit.id
  return unit.county === null ? null : `${unit.country}-${unit.county}`
}

/** What the organiser knows and decides of an entry, beside what the register says. */
const decisionsOf = (
  { contact, language, reason, overrideReason, ineligible }: EntryRow,
  register: ReturnType<typeof verdictOf> | null,
) => ({
  contact,
  language,
  reason,
  overrideReason,
  ineligible,
  register: register && {
    category: register.category,
    categoryReason: register.reason,
    ineligible: register.ineligible,
    population: register.population,
  },
})

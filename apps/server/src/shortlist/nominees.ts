import { unitAt } from '@tumstock/register/units'
import type { Context, Installation } from '../context.ts'
import type { Db } from '../db/open.ts'
import { isInContest, type Participant, participantsOf } from '../entries/rows.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { inLanguage } from '../rounds/in-language.ts'
import { organiserOf } from '../rounds/organiser.ts'
import { frozenDefinition, type RoundRow } from '../rounds/service.ts'
import type { Reasons } from './candidates.ts'
import { chosenAwards } from './decided-awards.ts'
import { nomineesOf } from './queries.ts'

export type Nominee = {
  /** The entry's title: of one municipality its name. */
  name: string
  /** The lead first. */
  units: { id: string; name: string }[]
  category: string | null
  reasons: Reasons
}

export type NomineeList = {
  round: { id: string; title: string; year: number; country: string; organiser: string }
  /** From when on everybody may see the list; null = not set. */
  announcedAt: string | null
  awards: { award: string; title: string; nominees: Nominee[] }[]
  categories: Record<string, string>
}

/** Who is nominated, by name: the order says nothing about who is ahead. */
export async function nomineeList(
  ctx: Context,
  { round: id, lang }: { round: string; lang?: string | undefined },
): Promise<NomineeList> {
  const { round } = await placeFor(ctx, ctx.db, 'shortlist.list', { round: id })
  return listOf(ctx, round, lang)
}

/** The same for the open data: as anybody sees it; null as long as nobody may. */
export async function announcedNominees(
  installation: Pick<Installation, 'db' | 'rubrics' | 'now'>,
  id: string,
): Promise<NomineeList | null> {
  const { db, now } = installation
  const anybody = { role: 'anonymous', user: null, organisation: null, now } as const
  try {
    const { round } = await placeFor(anybody, db, 'shortlist.list', { round: id })
    return await listOf(installation, round)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

async function listOf(
  { db, rubrics }: Pick<Installation, 'db' | 'rubrics'>,
  round: RoundRow,
  lang?: string,
): Promise<NomineeList> {
  const base = await frozenDefinition(db, round)
  const rubric = inLanguage({ rubrics }, round, base, lang)
  const nominees = await nomineesByAward(db, round)
  const { id, title, year, country, nomineesAt } = round
  return {
    round: { id, title, year, country, organiser: await organiserOf(db, round, base) },
    announcedAt: nomineesAt,
    awards: chosenAwards(base).map(([award]) => ({
      award,
      title: rubric.awards[award]?.title ?? award,
      nominees: nominees.get(award) ?? [],
    })),
    categories: Object.fromEntries(
      Object.entries(rubric.categories).map(([category, one]) => [category, one.title]),
    ),
  }
}

async function nomineesByAward(db: Db, round: RoundRow): Promise<Map<string, Nominee[]>> {
  const entries = new Map((await participantsOf(db, round.id)).filter(isInContest).map(one => [one.id, one]))
  const rows = await nomineesOf(db, round.id)
  const shown = rows.flatMap(({ award, entryId, reasons }) => {
    const entry = entries.get(entryId)
    return entry ? [{ award, nominee: nomineeOf(round, entry, JSON.parse(reasons) as Reasons) }] : []
  })
  const byAward = Map.groupBy(shown, one => one.award)
  return new Map(
    [...byAward].map(([award, all]) => [
      award,
      all.map(one => one.nominee).toSorted((a, b) => a.name.localeCompare(b.name, 'nb')),
    ]),
  )
}

const nomineeOf = (
  { referenceDate }: RoundRow,
  { name, units, category }: Participant,
  reasons: Reasons,
): Nominee => ({
  name,
  units: units.map(id => ({ id, name: unitAt(id, referenceDate)?.name ?? id })),
  category,
  reasons,
})

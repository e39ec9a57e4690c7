import { unitAt } from '@tumstock/register/units'
import type { Context } from '../context.ts'
import { isInContest, type Participant, participantsOf } from '../entries/rows.ts'
import { placeFor } from '../place.ts'
import { resultsBody } from '../results/service.ts'
import type { ResultRow } from '../results/view.ts'
import { inLanguage } from '../rounds/in-language.ts'
import { frozenDefinition, type RoundRow } from '../rounds/service.ts'
import { chosenAwards, wantedFor } from './decided-awards.ts'
import { type NomineeRow, nomineesOf } from './queries.ts'

/** Reasons by language. */
export type Reasons = Readonly<Record<string, string>>

export type Candidate = {
  entry: string
  name: string
  units: { id: string; name: string }[]
  category: string | null
  /** On the rubric's scale, of what is scored so far; null where nothing is. */
  points: number | null
  rank: number | null
  /** Among the first of those that points put in order. */
  suggested: boolean
  /** Null while it is not nominated. */
  reasons: Reasons | null
}

export type Choice = {
  award: string
  title: string
  per: 'category' | 'round'
  wanted: number | null
  candidates: Candidate[]
}

export type Shortlist = {
  languages: string[]
  announcedAt: string | null
  /** False while there is no evaluation that stands, and so nothing to suggest. */
  evaluated: boolean
  categories: Record<string, string>
  choices: Choice[]
}

/** Who can be nominated for the awards that points alone do not decide, with what points say so far. */
export async function candidates(
  ctx: Context,
  { round: id, lang }: { round: string; lang?: string | undefined },
): Promise<Shortlist> {
  const { round } = await placeFor(ctx, ctx.db, 'shortlist.candidates', { round: id })
  const base = await frozenDefinition(ctx.db, round)
  const rubric = inLanguage(ctx, round, base, lang)
  const evaluated = round.state === 'evaluated' || round.state === 'published'
  const rows = evaluated ? (await resultsBody(ctx.db, round, base)).body.rows : []
  const nominees = await nomineesOf(ctx.db, id)
  const competing = (await participantsOf(ctx.db, id)).filter(isInContest)
  return {
    languages: [...new Set([base.baseLanguage, ...base.languages])],
    announcedAt: round.nomineesAt,
    evaluated,
    categories: Object.fromEntries(
      Object.entries(rubric.categories).map(([category, { title }]) => [category, title]),
    ),
    choices: chosenAwards(base).map(([award, defined]) => {
      const { per } = defined
      const wanted = wantedFor(base, defined)
      return {
        award,
        title: rubric.awards[award]?.title ?? award,
        per,
        wanted,
        candidates: competing.map(one =>
          candidateOf(round, one, {
            row: rows.find(row => row.entry === one.id),
            per,
            wanted,
            nominee: nominees.find(row => row.award === award && row.entryId === one.id),
          }),
        ),
      }
    }),
  }
}

type Of = {
  row: ResultRow | undefined
  per: 'category' | 'round'
  wanted: number | null
  nominee: NomineeRow | undefined
}

const candidateOf = (
  { referenceDate }: RoundRow,
  { id, name, units, category }: Participant,
  { row, per, wanted, nominee }: Of,
): Candidate => {
  const rank = (per === 'category' ? row?.categoryRank : row?.rank) ?? null
  return {
    entry: id,
    name,
    units: units.map(unit => ({ id: unit, name: unitAt(unit, referenceDate)?.name ?? unit })),
    category,
    points: row?.points ?? null,
    rank,
    suggested: rank !== null && wanted !== null && rank <= wanted,
    reasons: nominee ? (JSON.parse(nominee.reasons) as Reasons) : null,
  }
}

import { unitAt } from '@tumstock/register/units'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { visibleQuestions } from '@tumstock/rubric/visible'
import type { Context } from '../context.ts'
import { entryHere } from '../entry-here.ts'
import { listEvidence } from '../evidence/list-evidence.ts'
import type { Place } from '../place.ts'
import { sees } from '../policy.ts'
import { inLanguage } from '../rounds/in-language.ts'
import { frozenDefinition } from '../rounds/service.ts'
import type { EntryRow } from '../standing.ts'
import { whoIsHere } from './here.ts'
import { possible } from './possible.ts'
import { prefillOf } from './prefill.ts'
import { progressOf } from './progress.ts'
import * as queries from './queries.ts'
import { areaOf, isWithin, sectionsOf } from './sections.ts'
import { windowOf } from './window.ts'

type Answer = {
  value: AnswerValue
  version: number
  at: string
  author: { id: string; name: string } | null
}

/** All that the screen of an entry's questionnaire shows. Who answers some areas is given those, and what they hang on. */
export async function questionnaire(ctx: Context, lang?: string) {
  const { round, entry } = entryHere(ctx)
  const { row, standing } = entry
  const base = await frozenDefinition(ctx.db, round)
  const rubric = inLanguage(ctx, round, base, lang ?? row.language ?? undefined)
  const sections = sectionsOf(standing)
  const own = (question: string) => isWithin(base, sections, question)
  const claims = await queries.namedClaims(ctx.db, row.id)
  const all = Object.fromEntries(
    claims.map(claim => [claim.question, JSON.parse(claim.value) as AnswerValue]),
  )
  const visible = visibleQuestions(base, all)
  const evidence = (await listEvidence(ctx.db, standing, row.id)).filter(one => visible.has(one.question))
  const shown = new Set(evidence.filter(one => one.layer === 'claim').map(one => one.question))
  const needed = neededFor(base, own)
  const named = sees(standing, 'answer.author')
  return {
    entry: await headOf(ctx, { round, row }),
    roles: [...standing.roles],
    can: possible(standing, row),
    sections,
    rubric: {
      id: base.id,
      edition: base.edition,
      title: rubric.title,
      questions: Object.fromEntries(Object.entries(rubric.questions).filter(([id]) => needed.has(id))),
      areas: await areasOf(ctx, { base, rubric, entry: row.id, own }),
    },
    window: await windowOf(ctx.db, { round, entry: row, now: ctx.now() }),
    answers: Object.fromEntries(
      claims
        .filter(claim => needed.has(claim.question))
        .map(({ question, version, at, authorId, authorName }): [string, Answer] => [
          question,
          {
            value: all[question] ?? '',
            version,
            at,
            author: named && authorId !== null ? { id: authorId, name: authorName ?? '' } : null,
          },
        ]),
    ),
    evidence: evidence.filter(one => own(one.question)),
    prefill: await offered(ctx, { round, row, base, own, all }),
    hidden: Object.keys(base.questions).filter(id => own(id) && !visible.has(id)),
    here: await whoIsHere(ctx, row.id),
    receipt: await standingReceipt(ctx, row),
    progress: progressOf(base, all, shown, own),
  }
}

async function headOf(ctx: Context, { round, row }: Pick<Place, 'round'> & { row: EntryRow }) {
  const units = await queries.unitsOf(ctx.db, row.id)
  return {
    id: row.id,
    name: row.name,
    language: row.language,
    state: row.state,
    participation: row.participation,
    category: row.category,
    units: units.map(({ unitId }) => ({
      id: unitId,
      name: unitAt(unitId, round.referenceDate)?.name ?? unitId,
    })),
    completeUntil: row.completeUntil,
    submittedAt: row.submittedAt,
  }
}

/** These questions, and those that decide whether they show. */
const neededFor = (rubric: RubricData, own: (question: string) => boolean): ReadonlySet<string> => {
  const needed = new Set<string>()
  for (const id of Object.keys(rubric.questions).filter(own))
    for (let next: string | undefined = id; next !== undefined && !needed.has(next); ) {
      needed.add(next)
      next = rubric.questions[next]?.showIf?.question
    }
  return needed
}

type Asked = { base: RubricData; rubric: RubricData; entry: string; own: (question: string) => boolean }

/** In the order in which the rubric first asks in them. */
async function areasOf(ctx: Context, { base, rubric, entry, own }: Asked) {
  const contributors = (await queries.contributorsOf(ctx.db, entry)).map(({ id, name, sections }) => ({
    id,
    name,
    sections: JSON.parse(sections ?? '[]') as string[],
  }))
  const areas = Map.groupBy(Object.keys(base.questions).filter(own), id => areaOf(base, id))
  return [...areas].map(([id, questions]) => ({
    id,
    title: areaOf(rubric, questions[0] ?? ''),
    questions,
    contributors: contributors
      .filter(one => one.sections.includes(id))
      .map(({ id: person, name }) => ({ id: person, name })),
  }))
}

type Offer = {
  round: Place['round']
  row: EntryRow
  base: RubricData
  own: (question: string) => boolean
  all: Readonly<Record<string, AnswerValue>>
}

/** Last time's answers to what is not answered yet. */
async function offered(ctx: Context, { round, row, base, own, all }: Offer) {
  const last = await prefillOf(ctx.db, { round, entry: row.id, rubric: base })
  return Object.fromEntries(Object.entries(last).filter(([id]) => own(id) && all[id] === undefined))
}

async function standingReceipt(ctx: Context, { id, submittedAt }: EntryRow) {
  if (submittedAt === null) return null
  const [last] = await queries.submissionsOf(ctx.db, id)
  return last && last.reopenedAt === null ? { at: last.at, sha256: last.sha256 } : null
}

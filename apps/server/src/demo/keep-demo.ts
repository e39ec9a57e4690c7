import { audited } from '../audit/service.ts'
import { asItself, type Context, type Installation } from '../context.ts'
import { addEntries, rowsOfGiven } from '../entries/add-entries.ts'
import { makeEntry } from '../entries/make-entry.ts'
import { unitsFor } from '../entries/unit-lookup.ts'
import { evaluateIn } from '../results/evaluate.ts'
import { publishFirst } from '../results/publish.ts'
import { addRound } from '../rounds/add-round.ts'
import { keepDefinition } from '../rubrics/definitions.ts'
import { generate } from './generate.ts'
import { keepLivedRounds } from './lived-rounds.ts'
import { syntheticRound } from './synthetic-round.ts'

/** Which editions a newcomer finds filled with made-up answers; one whose plugin is not there is left out. */
const DEMO = [
  {
    award: 'ekommuneprisen',
    edition: '2014',
    title: 'eKommuneprisen 2014 (syntetisk)',
    referenceDate: '2014-01-01',
    seed: 2014,
  },
  {
    award: 'sveriges-digitaliseringskommun',
    edition: '2019',
    title: 'Sveriges DigitaliseringsKommun 2019 (syntetisk)',
    // The first day for which the register knows Swedish populations.
    referenceDate: '2020-01-01',
    seed: 2019,
  },
] as const

type Spec = (typeof DEMO)[number]

/** Makes the synthetic rounds that are not there yet, marked as made up: some published, some under way. */
export async function keepDemo(installation: Installation): Promise<void> {
  const ctx = asItself(installation)
  for (const spec of DEMO) await keepOne(ctx, spec)
  await keepLivedRounds(ctx)
}

/** Takes the synthetic rounds away, publications and all: an installation without the demo shows nothing made up. */
export async function dropDemo(installation: Installation): Promise<void> {
  const ctx = asItself(installation)
  const there = await ctx.db.selectFrom('round').select('id').where('kind', '=', 'synthetic').execute()
  for (const { id } of there)
    await audited(ctx, 'rounds.synthetic', async tx => {
      await tx.deleteFrom('publication').where('roundId', '=', id).execute()
      await tx.deleteFrom('round').where('id', '=', id).execute()
      return { subject: `round/${id}`, detail: { removed: true }, result: undefined }
    })
}

async function keepOne(ctx: Context, spec: Spec): Promise<void> {
  const edition = ctx.rubrics.find(spec.award, spec.edition)?.edition
  const broken = edition?.problems.some(problem => problem.severity === 'error') ?? true
  const id = `${spec.award}-${spec.edition}-synthetic`
  if (!edition || broken || (await isThere(ctx, id))) return
  const { rubric, functionsHash } = edition
  await audited(ctx, 'rounds.synthetic', async tx => {
    const now = ctx.now()
    const definition = await keepDefinition(tx, rubric, now)
    const round = syntheticRound({ ...spec, id, country: rubric.country, definition, functionsHash, now })
    const elsewhere = { subject: `round/${id}`, detail: { already: true }, result: undefined }
    // Another server may be starting at the same time.
    if (!(await addRound(tx, round, rubric))) return elsewhere
    const scope = { ...round, rubric }
    const made = unitsFor(scope, round.country).map(unit => makeEntry(id, scope, { units: [unit.id] }, now))
    const entryOf = new Map(made.map(({ entry, units }) => [units[0]?.unitId ?? '', entry]))
    const units = [...entryOf].map(([unit, { population }]) => ({ id: unit, population: population ?? null }))
    const stamp = { round: id, at: now, author: null, importId: null }
    const given = generate(rubric, units, spec.seed).map(one =>
      rowsOfGiven(entryOf.get(one.unit)?.id ?? '', one, stamp),
    )
    await addEntries(tx, made, given)
    const published = await publishFirst(tx, round, await evaluateIn(ctx, tx, round), { at: now, by: null })
    return {
      subject: `round/${id}`,
      detail: { ...published, seed: spec.seed, entries: made.length },
      result: undefined,
    }
  })
}

const isThere = async (ctx: Context, id: string): Promise<boolean> =>
  (await ctx.db.selectFrom('round').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

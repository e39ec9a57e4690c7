import { z } from 'zod'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { definitionOf } from '../rubrics/definitions.ts'
import { strayEdit } from './changes.ts'
import { type Edits, edits, editsOf, kinds, resolve } from './edits.ts'
import { stagesOf, updateRound, updateStage } from './queries.ts'
import { ownRound, reachAnswers, refuseStale } from './service.ts'
import { neededKind } from './stage-kinds.ts'
import { keepStages } from './stage-rows.ts'
import { isTimeZone } from './time-zone.ts'
import { changed, window } from './windows.ts'

const day = z.iso.date('a date is written YYYY-MM-DD')

/** What can be changed in a draft. Inside each block only what is named changes; null takes an edit back. */
export const patch = z.strictObject({
  title: z.string().trim().min(1, 'a title is needed').max(200).optional(),
  description: z.string().max(10_000).optional(),
  year: z.int().min(1990).max(2100).optional(),
  referenceDate: day.optional(),
  timeZone: z
    .string()
    .max(100)
    .refine(isTimeZone, 'not a time zone; one is written as Europe/Oslo')
    .optional(),
  /** The round whose answers are offered again; null = none. */
  prefillFrom: z.string().max(100).nullable().optional(),
  stages: z.record(z.string(), window).optional(),
  weights: orNull(edits.shape.weights).optional(),
  categories: orNull(edits.shape.categories).optional(),
  texts: orNull(edits.shape.texts).optional(),
  questions: orNull(edits.shape.questions).optional(),
  nominees: orNull(edits.shape.nominees).optional(),
  kinds: orNull(kinds).optional(),
})

function orNull<K extends z.core.$ZodRecordKey, V extends z.ZodType>({
  keyType,
  valueType,
}: z.ZodRecord<K, V>) {
  return z.record(keyType, valueType.nullable())
}

export type Patch = z.infer<typeof patch>
export type Configuration = { id: string; version: number; patch: Patch }

/** Changes a draft, if it still is as the asker saw it. Gives the version that then stands. */
export const configureRound = (
  ctx: Context,
  { id, version, patch }: Configuration,
): Promise<{ version: number }> =>
  audited(ctx, 'rounds.configure', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['draft'] })
    if (round.version !== version) await refuseStale(tx, id)
    const { title, description, year, referenceDate, timeZone, prefillFrom, stages, ...blocks } = patch
    const merged = mergeEdits(editsOf(round), blocks)
    const base = await definitionOf(tx, round.base)
    const stray = strayEdit(base, merged)
    if (stray !== undefined)
      throw new Refusal('bad-input', `${round.rubricId}@${round.edition} has no ${stray}.`, { path: stray })
    const needed = neededKind(base, merged.kinds)
    if (needed)
      throw new Refusal(
        'bad-input',
        `${needed.path} is scored in the stage ${needed.kind}, which therefore stays.`,
        {
          path: `stages.${needed.kind}`,
        },
      )
    if (prefillFrom === id)
      throw new Refusal('bad-input', 'A round cannot offer its own answers again.', { path: 'prefillFrom' })
    if (typeof prefillFrom === 'string' && (await reachAnswers(ctx, tx, prefillFrom)).kind !== 'round')
      throw new Refusal('bad-input', 'Answers that were made up are not offered again.', {
        path: 'prefillFrom',
      })
    const change = {
      edits: JSON.stringify(merged),
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(year !== undefined && { year }),
      ...(referenceDate !== undefined && { referenceDate }),
      ...(timeZone !== undefined && { timeZone }),
      ...(prefillFrom !== undefined && { prefillFrom }),
    }
    if (!(await updateRound(tx, { id, version }, change))) await refuseStale(tx, id)
    if (blocks.kinds) await keepStages(tx, id, resolve(base, merged).stages)
    const known = await stagesOf(tx, id)
    for (const [kind, change] of Object.entries(stages ?? {})) {
      const before = known.find(stage => stage.kind === kind)
      // One change may set a stage's times and, later on, leave the stage out.
      if (!before && blocks.kinds && Object.hasOwn(blocks.kinds, kind)) continue
      if (!before)
        throw new Refusal('bad-input', `The round has no stage ${kind}.`, { path: `stages.${kind}` })
      await updateStage(tx, changed(before, change))
    }
    return { subject: `round/${id}`, detail: patch, result: { version: version + 1 } }
  })

type Blocks = { [K in keyof Edits]?: Record<string, Edits[K][string] | null> | undefined }

function mergeEdits(before: Edits, blocks: Blocks): Edits {
  const merge = <T>(
    old: Record<string, T>,
    change: Record<string, T | null> | undefined,
  ): Record<string, T> => {
    const all = Object.entries<T | null>({ ...old, ...change })
    return Object.fromEntries(all.filter((entry): entry is [string, T] => entry[1] !== null))
  }
  return {
    weights: merge(before.weights, blocks.weights),
    categories: merge(before.categories, blocks.categories),
    texts: merge(before.texts, blocks.texts),
    questions: merge(before.questions, blocks.questions),
    nominees: merge(before.nominees, blocks.nominees),
    kinds: merge(before.kinds, blocks.kinds),
  }
}

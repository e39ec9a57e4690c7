import { z } from 'zod'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { definitionOf } from '../rubrics/definitions.ts'
import { strayEdit } from './changes.ts'
import { type Edits, edits, editsOf } from './edits.ts'
import { stagesOf, updateRound, updateStage } from './queries.ts'
import { ownRound, refuseStale } from './service.ts'

const day = z.iso.date('a date is written YYYY-MM-DD')
const time = z.iso.datetime({ offset: true, error: 'a time is written as 2014-06-01T12:00:00Z' }).nullable()

/** What can be changed in a draft. Inside each block only what is named changes; null takes an edit back. */
export const patch = z.strictObject({
  title: z.string().trim().min(1, 'a title is needed').max(200).optional(),
  description: z.string().max(10_000).optional(),
  year: z.int().min(1990).max(2100).optional(),
  referenceDate: day.optional(),
  stages: z.record(z.string(), z.strictObject({ from: time, to: time })).optional(),
  weights: orNull(edits.shape.weights).optional(),
  categories: orNull(edits.shape.categories).optional(),
  texts: orNull(edits.shape.texts).optional(),
  questions: orNull(edits.shape.questions).optional(),
  nominees: orNull(edits.shape.nominees).optional(),
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
    const { title, description, year, referenceDate, stages, ...blocks } = patch
    const merged = mergeEdits(editsOf(round), blocks)
    const stray = strayEdit(await definitionOf(tx, round.base), merged)
    if (stray !== undefined)
      throw new Refusal('bad-input', `${round.rubricId}@${round.edition} has no ${stray}.`, { path: stray })
    const change = {
      edits: JSON.stringify(merged),
      ...(title !== undefined && { title }),
      ...(description !== undefined && { description }),
      ...(year !== undefined && { year }),
      ...(referenceDate !== undefined && { referenceDate }),
    }
    if (!(await updateRound(tx, { id, version }, change))) await refuseStale(tx, id)
    const known = new Set((await stagesOf(tx, id)).map(stage => stage.kind))
    for (const [kind, { from, to }] of Object.entries(stages ?? {})) {
      if (!known.has(kind))
        throw new Refusal('bad-input', `The round has no stage ${kind}.`, { path: `stages.${kind}` })
      await updateStage(tx, { roundId: id, kind, opensAt: utc(from), closesAt: utc(to) })
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
  }
}

const utc = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())

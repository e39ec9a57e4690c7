import { TRPCError } from '@trpc/server'
import { expect, it } from 'vitest'
import type { Context } from './context.ts'
import { eachDialect } from './db/each-dialect.ts'
import { importPreviewed } from './entries/import.ts'
import { preview } from './entries/preview-file.ts'
import { sceneOf } from './entries/scene.ts'
import { listEntries } from './entries/service.ts'
import { evaluateRound } from './results/evaluate.ts'
import { createRound } from './rounds/drafts.ts'
import { appRouter } from './router.ts'
import { createCallerFactory } from './trpc.ts'

type Asked = { round: string; entry: string }

/** Input of every procedure that is about a round; `null` for those that are about none. */
const INPUTS: Readonly<Record<string, ((asked: Asked) => unknown) | null>> = {
  'analyses.cancel': null,
  'analyses.data': ({ round }) => ({ round }),
  'analyses.get': null,
  'analyses.start': ({ round }) => ({
    round,
    kind: 'uncertainty',
    assumptions: [{ vary: 'weights', by: 0.25 }],
    runs: 100,
    seed: 1,
  }),
  'audit.list': null,
  'entries.answers': ({ round, entry }) => ({ round, entry }),
  'entries.import': null,
  'entries.invite': ({ round }) => ({ round, units: ['NO-0301'] }),
  'entries.list': ({ round }) => ({ round }),
  'entries.preview': ({ round }) => ({ round, text: 'unit\n0301\n' }),
  'entries.remove': ({ round, entry }) => ({ round, entry }),
  'entries.setAnswer': ({ round, entry }) => ({ round, entry, question: 'plan', value: 'yes', version: 0 }),
  'entries.undoImport': null,
  'people.create': null,
  'people.list': null,
  'people.me': null,
  'people.remove': null,
  'people.setRole': null,
  'results.compare': ({ round }) => ({ rounds: [round] }),
  'results.correct': ({ round }) => ({ round, erratum: 'x', changes: [] }),
  'results.data': ({ round }) => ({ round }),
  'results.evaluate': ({ round }) => ({ round }),
  'results.explain': ({ round, entry }) => ({ round, entry }),
  'results.get': ({ round }) => ({ round }),
  'results.publications': ({ round }) => ({ round }),
  'results.publish': ({ round }) => ({ round }),
  'results.questions': ({ round }) => ({ round }),
  'results.record': ({ round }) => ({ round }),
  'results.survey': ({ round }) => ({ round }),
  'rounds.configure': ({ round }) => ({ id: round, version: 1, patch: {} }),
  'rounds.create': ({ round }) => ({ from: { round }, title: 'A copy' }),
  'rounds.get': ({ round }) => ({ id: round }),
  'rounds.list': null,
  'rounds.open': ({ round }) => ({ id: round, version: 1 }),
  'rounds.remove': ({ round }) => ({ id: round }),
  'rounds.validate': ({ round }) => ({ id: round }),
  'rubrics.get': null,
  'rubrics.list': null,
  'rubrics.save': null,
  'units.get': null,
  'units.positions': null,
  'units.search': null,
}

const answerOf = async (ctx: Context, name: string, input: unknown): Promise<string> => {
  const call = name
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], createCallerFactory(appRouter)(ctx))
  try {
    return JSON.stringify(await (call as (input: unknown) => Promise<unknown>)(input))
  } catch (error) {
    return error instanceof TRPCError ? `${error.code}: ${error.message}` : String(error)
  }
}

eachDialect('rounds of another organisation', open => {
  it('know every procedure', () => {
    expect(Object.keys(INPUTS)).toEqual(Object.keys(appRouter._def.procedures).toSorted())
  })

  it('are for every procedure as if they were not there, until they are published', async () => {
    await using database = await open()
    const { organiser, rival, stranger, openedRound } = sceneOf(database)
    const evaluated = await openedRound('Evaluated')
    const { token } = await preview(organiser, {
      round: evaluated,
      file: { text: 'unit;plan\n0511;yes\n0301;no\n' },
    })
    const { importId } = await importPreviewed(organiser, { token, leaveOutBad: false })
    await evaluateRound(organiser, evaluated)
    const entry = (await listEntries(organiser, evaluated))[0]?.id ?? ''
    const draft = await createRound(organiser, { from: { edition: 'open-hall@2014' }, title: 'Draft' })

    for (const ctx of [rival, { ...rival, role: 'viewer' as const }, stranger]) {
      for (const [name, inputFor] of Object.entries(INPUTS)) {
        if (!inputFor) continue
        const [hidden, early, absent] = await Promise.all(
          [evaluated, draft.id, 'never-was'].map(async round =>
            (await answerOf(ctx, name, inputFor({ round, entry }))).replaceAll(round, 'ID'),
          ),
        )
        expect([ctx.role, name, hidden, early]).toEqual([ctx.role, name, absent, absent])
        expect(absent).toMatch(/^(NOT_FOUND|FORBIDDEN|UNAUTHORIZED): /)
      }
      expect([ctx.role, await answerOf(ctx, 'rounds.list', undefined)]).toEqual([ctx.role, '[]'])
      const rubrics = JSON.parse(await answerOf(ctx, 'rubrics.list', undefined)) as {
        editions: { rounds: number; frozen: boolean }[]
      }[]
      expect(rubrics[0]?.editions.map(one => [one.rounds, one.frozen])).toEqual([[0, false]])
      expect(await answerOf(ctx, 'units.get', { id: 'NO-0511' })).toContain('"rounds":[]')
    }
    const undo = (id: string) => answerOf(rival, 'entries.undoImport', { importId: id })
    expect(await undo(importId)).toBe(await undo('never-was'))
  })
})

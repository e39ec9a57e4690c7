import { TRPCError } from '@trpc/server'
import Fastify from 'fastify'
import type { KyselyPlugin } from 'kysely'
import { expect, it } from 'vitest'
import { ZodError } from 'zod'
import { startAnalysis } from './analyses/service.ts'
import type { Context } from './context.ts'
import { eachDialect, openMemory } from './db/each-dialect.ts'
import { importPreviewed } from './entries/import.ts'
import { preview } from './entries/preview-file.ts'
import { answerErrors } from './http/errors.ts'
import { openDataRoutes } from './open-data/routes.ts'
import { type Action, may, type Role, reaches, scopeOf } from './policy.ts'
import { type Situation, WALKERS, walkOn } from './policy-walk.fixture.ts'
import { evaluateRound } from './results/evaluate.ts'
import { appRouter } from './router.ts'
import { createCallerFactory } from './trpc.ts'

type Walked = { _def: { meta: { action: Action }; type: 'query' | 'mutation' | 'subscription' } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Walked>).map(
  ([name, { _def }]) => ({ name, action: _def.meta.action, scope: scopeOf(_def.meta.action) }),
)
const callerOf = createCallerFactory(appRouter)

type Calls = Record<string, Record<string, (input: unknown) => Promise<unknown>>>

/** No procedure takes this, so that whoever gets past the policy is turned back by the input before anything happens. */
const BARRIER = { 'not a field of any input': true }

/** `allowed`, or the words in which it was refused. */
async function ask(ctx: Context, name: string, input: object): Promise<string> {
  const [noun = '', verb = ''] = name.split('.')
  const calls = callerOf(ctx) as unknown as Calls
  try {
    await calls[noun]?.[verb]?.({ ...input, ...BARRIER })
    return 'allowed'
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error
    return error.cause instanceof ZodError ? 'allowed' : `${error.code}: ${error.message}`
  }
}

/** What a procedure says to a whole input. */
async function answer(ctx: Context, name: string, input: object): Promise<string> {
  const [noun = '', verb = ''] = name.split('.')
  const calls = callerOf(ctx) as unknown as Calls
  try {
    return JSON.stringify(await calls[noun]?.[verb]?.(input))
  } catch (error) {
    return error instanceof TRPCError ? `${error.code}: ${error.message}` : String(error)
  }
}

const DENIED = (name: string) =>
  name === 'anonymous' ? 'UNAUTHORIZED: Sign in first.' : 'FORBIDDEN: You may not do'

const INVOLVED: readonly Role[] = [
  'admin',
  'organiser',
  'observer',
  'lead',
  'contributor',
  'desk',
  'visitor',
  'juror',
  'chair',
]

/** What the policy's rows say for this person here, from roles and phases that are said by hand. */
function expected(walker: string, action: Action, where: { at: Situation; entry?: 'own' | 'other' }): string {
  const { inRound, towards } = WALKERS[walker] as (typeof WALKERS)[string]
  const { phases, round, ...entries } = where.at
  const here = { roles: new Set(inRound), phases }
  const noRound = `NOT_FOUND: There is no round ${round}.`
  if (scopeOf(action) !== 'entry')
    return may(here, action) ? 'allowed' : reaches(here) ? DENIED(walker) : noRound
  const roles = towards[where.entry ?? 'own']
  if (!reaches(here)) return noRound
  if (may({ roles: new Set(roles), phases }, action)) return 'allowed'
  return roles.some(role => INVOLVED.includes(role))
    ? DENIED(walker)
    : `NOT_FOUND: There is no entry ${entries[where.entry ?? 'own']} in this round.`
}

// What the policy decides does not hang on the database, and asking it everything takes long enough on one.
it.for(Object.keys(WALKERS))(
  '%s may do what the policy says, in every stage, and nothing else',
  async walker => {
    await using database = await openMemory()
    const { situations, as } = await walkOn(database)
    const wrong: unknown[] = []
    for (const at of situations)
      for (const { name, action, scope } of procedures) {
        if (scope !== 'round' && scope !== 'entry') continue
        for (const entry of scope === 'entry' ? (['own', 'other'] as const) : ([undefined] as const)) {
          const named = name.startsWith('rounds.') ? { id: at.round } : { round: at.round }
          const said = await ask(as(walker), name, { ...named, ...(entry && { entry: at[entry] }) })
          const should = expected(walker, action, { at, ...(entry && { entry }) })
          if (should.startsWith('FORBIDDEN') ? !said.startsWith(should) : said !== should)
            wrong.push([at.name, name, entry, said, should])
        }
      }
    expect(wrong).toEqual([])
  },
)

/** Says how often the database was asked. */
const counting = (db: Context['db']) => {
  let asked = 0
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked++
      return node
    },
    transformResult: async ({ result }) => result,
  }
  return { db: db.withPlugin(plugin), asked: () => asked }
}

/** Procedures that find the round by something else, or name it where the policy does not look. */
const FINDING: Readonly<Record<string, (id: string) => object>> = {
  'analyses.get': id => ({ id }),
  'analyses.cancel': id => ({ id }),
  'entries.import': id => ({ token: id, leaveOutBad: false }),
  'entries.undoImport': id => ({ importId: id }),
  'results.compare': id => ({ rounds: [id] }),
  'rounds.create': id => ({ from: { round: id }, title: 'A copy' }),
}

it('knows every procedure that finds a round by something else', () => {
  const found = procedures.filter(({ scope }) => scope === 'found').map(({ name }) => name)
  expect(found.filter(name => !(name in FINDING))).toEqual([])
})

it.for(Object.keys(WALKERS))(
  '%s may do in the installation what the policy says, and nothing else',
  async walker => {
    await using database = await openMemory()
    const { as } = await walkOn(database)
    const { platform } = WALKERS[walker] as (typeof WALKERS)[string]
    const wrong: unknown[] = []
    for (const { name, action, scope } of procedures) {
      if (scope !== 'platform' && scope !== 'found') continue
      const said = await ask(as(walker), name, {})
      const gate =
        scope === 'found'
          ? platform !== 'anonymous'
          : may({ roles: new Set([platform]), phases: new Set() }, action)
      const should = gate ? 'allowed' : DENIED(walker)
      if (!said.startsWith(should)) wrong.push([name, said, should])
    }
    expect(wrong).toEqual([])
  },
)

eachDialect('who may not know a round', open => {
  it('learns nothing from words, nor from how long it takes: the database is asked the same', async () => {
    await using database = await open()
    const { situations, as } = await walkOn(database)
    for (const walker of ['anonymous', 'participant', 'organiser of another organisation'])
      for (const { round, own } of situations.filter(({ phases }) => !phases.has('published')))
        for (const { name } of procedures.filter(one => one.scope === 'round' || one.scope === 'entry')) {
          const answers = await Promise.all(
            [round, 'never-was'].map(async id => {
              const counter = counting(database.db)
              const input = { ...(name.startsWith('rounds.') ? { id } : { round: id }), entry: own }
              const said = await ask({ ...as(walker), db: counter.db }, name, input)
              return [said.replaceAll(id, 'ID'), said === 'allowed' ? 0 : counter.asked()]
            }),
          )
          if (name.startsWith('nominations.') && answers[0]?.[0] === 'allowed') continue
          expect([walker, round, name, answers[0]]).toEqual([walker, round, name, answers[1]])
        }
  })

  it('is answered as if it were not there, where a request names it or something in it otherwise', async () => {
    await using database = await open()
    const { situations, as, scene } = await walkOn(database)
    const { round } = situations.find(one => one.name === 'survey') as Situation
    const organiser = { ...scene.organiser, organisation: { id: 'ks', name: 'ks' } }
    const { token } = await preview(organiser, { round, file: { text: 'unit;plan\n0540;yes\n' } })
    const { importId } = await importPreviewed(organiser, { token, leaveOutBad: false })
    const waiting = await preview(organiser, { round, file: { text: 'unit;plan\n0541;yes\n' } })
    await evaluateRound(organiser, round)
    const about = {
      kind: 'uncertainty',
      assumptions: [{ vary: 'weights', by: 0.25 }],
      runs: 100,
      seed: 1,
    } as const
    const analysis = await startAnalysis(organiser, { round, ...about })
    const there: Readonly<Record<string, string>> = {
      'analyses.get': analysis.id,
      'analyses.cancel': analysis.id,
      'entries.import': waiting.token,
      'entries.undoImport': importId,
      'results.compare': round,
      'rounds.create': round,
    }
    for (const walker of ['anonymous', 'participant', 'organiser of another organisation', 'lead'])
      for (const [name, inputFor] of Object.entries(FINDING)) {
        const words = await Promise.all(
          [there[name] ?? '', 'never-was'].map(async id =>
            (await answer(as(walker), name, inputFor(id))).replaceAll(id, 'ID'),
          ),
        )
        expect([walker, name, words[0]]).toEqual([walker, name, words[1]])
        expect(words[0]).toMatch(/^(NOT_FOUND|FORBIDDEN|UNAUTHORIZED): /)
      }
  })

  it('finds it in no list, count, history, comparison or open data', async () => {
    await using database = await open()
    const { situations, as, scene } = await walkOn(database)
    await database.db.updateTable('round').set({ state: 'open' }).where('state', '=', 'published').execute()
    const hidden = situations.map(({ round }) => round)
    for (const walker of ['anonymous', 'participant', 'organiser of another organisation']) {
      const api = callerOf(as(walker))
      expect([walker, (await api.rounds.list()).map(one => one.id)]).toEqual([walker, []])
      const [award] = await api.rubrics.list()
      expect([walker, award?.editions.map(one => one.rounds)]).toEqual([walker, [0]])
      expect([walker, (await api.units.get({ id: 'NO-0511' })).rounds]).toEqual([walker, []])
      for (const round of hidden) {
        const words = (id: string) =>
          api.results.compare({ rounds: [id] }).then(
            () => 'compared',
            (error: Error) => error.message.replaceAll(id, 'ID'),
          )
        expect([walker, await words(round)]).toEqual([walker, await words('never-was')])
      }
    }
    const fastify = Fastify()
    answerErrors(fastify)
    await fastify.register(openDataRoutes, { installation: scene.installation })
    const listed = (await fastify.inject('/api/v1/rounds')).json() as { rounds: { id: string }[] }
    expect(listed.rounds.map(one => one.id)).toEqual([])
    for (const round of hidden)
      for (const path of ['rounds/ID/results.json', 'rounds/ID/results.csv', 'compare?rounds=ID']) {
        const [there, absent] = await Promise.all(
          [round, 'never-was'].map(async id => {
            const answer = await fastify.inject(`/api/v1/${path.replace('ID', id)}`)
            return [answer.statusCode, answer.body]
          }),
        )
        expect([path, there]).toEqual([path, absent])
      }
  })

  it('who takes part hears of no count, version or evaluation before it is published', async () => {
    await using database = await open()
    const { situations, as } = await walkOn(database)
    const survey = situations.find(one => one.name === 'survey')?.round ?? ''
    const seen = async (walker: string) => {
      const { invited, answered, state, version } = await callerOf(as(walker)).rounds.get({ id: survey })
      return { invited, answered, state, version }
    }
    const before = await seen('lead')
    expect(before).toEqual({ invited: null, answered: null, state: 'open', version: 0 })
    await database.db
      .updateTable('round')
      .set({ state: 'evaluated', version: 9 })
      .where('id', '=', survey)
      .execute()
    for (const walker of [
      'lead',
      'contributor',
      'desk assessor',
      'site visitor',
      'juror',
      'viewer',
      'auditor',
    ])
      expect([walker, await seen(walker)]).toEqual([walker, before])
    expect(await seen('organiser')).toEqual({ invited: 2, answered: 0, state: 'evaluated', version: 9 })
  })
})

import { TRPCError } from '@trpc/server'
import { describe, expect, it } from 'vitest'
import type { Context } from './context.ts'
import {
  ACTIONS,
  type Action,
  allows,
  owns,
  POLICY,
  ROLES,
  type Role,
  reaches,
  readsAnswers,
} from './policy.ts'
import { appRouter } from './router.ts'
import { createCallerFactory } from './trpc.ts'

type Walked = { _def: { meta?: { action?: Action }; type: 'query' | 'mutation' | 'subscription' } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Walked>)

/** Whoever gets past the policy meets a context without anything in it. */
const contextOf = (role: Role) => ({ role, user: null, organisation: null }) as unknown as Context

const outcomeOf = async (name: string, role: Role): Promise<string> => {
  const call = name
    .split('.')
    .reduce<unknown>(
      (at, key) => (at as Record<string, unknown>)[key],
      createCallerFactory(appRouter)(contextOf(role)),
    )
  try {
    await (call as (input: unknown) => Promise<unknown>)({})
    return 'allowed'
  } catch (error) {
    const code = error instanceof TRPCError ? error.code : 'other'
    return code === 'UNAUTHORIZED' || code === 'FORBIDDEN' ? code : 'allowed'
  }
}

describe('policy', () => {
  it('names an action of the matrix on every procedure', () => {
    const nameless = procedures.filter(([, { _def }]) => !_def.meta?.action || !(_def.meta.action in POLICY))
    expect(nameless.map(([name]) => name)).toEqual([])
  })

  it.each(ROLES)('lets %s do what its rows say, and nothing else', async role => {
    for (const [name, { _def }] of procedures) {
      const allowed = allows(role, _def.meta?.action as Action)
      const expected = allowed ? 'allowed' : role === 'anonymous' ? 'UNAUTHORIZED' : 'FORBIDDEN'
      expect([name, await outcomeOf(name, role)]).toEqual([name, expected])
    }
  })

  it('lets nobody but administrators near people and the log, and no viewer or stranger change anything', () => {
    const may = (role: Role) => ACTIONS.filter(action => allows(role, action))
    expect(ACTIONS.filter(action => /^(people|audit)\./.test(action) && allows('organiser', action))).toEqual(
      ['people.me'],
    )
    const changing = procedures.flatMap(([, { _def }]) =>
      _def.type === 'mutation' ? [_def.meta?.action] : [],
    )
    // Computing changes nothing of a round, and who reads its answers could do it at home.
    expect(may('viewer').filter(action => changing.includes(action))).toEqual([
      'analyses.start',
      'analyses.cancel',
    ])
    expect(may('anonymous').filter(action => changing.includes(action))).toEqual([])
    expect(may('admin')).toEqual(ACTIONS)
  })
})

const reader = (role: Role, organisation: string | null) => ({
  role,
  organisation: organisation === null ? null : { id: organisation },
})

describe('which rounds exist for whom', () => {
  const draft = { organizationId: 'ks', state: 'draft' }
  const published = { organizationId: 'ks', state: 'published' }
  const synthetic = { organizationId: null, state: 'published' }

  it.each([
    ['admin', null, { seen: [true, true, true], read: [true, true, true], changed: [true, true, true] }],
    ['organiser', 'ks', { seen: [true, true, true], read: [true, true, true], changed: [true, true, false] }],
    [
      'organiser',
      'other',
      { seen: [false, true, true], read: [false, false, true], changed: [false, false, false] },
    ],
    ['viewer', 'ks', { seen: [true, true, true], read: [true, true, true], changed: [false, false, false] }],
    [
      'viewer',
      'other',
      { seen: [false, true, true], read: [false, false, true], changed: [false, false, false] },
    ],
    [
      'anonymous',
      null,
      { seen: [false, true, true], read: [false, false, false], changed: [false, false, false] },
    ],
    [
      'anonymous',
      'ks',
      { seen: [false, true, true], read: [false, false, false], changed: [false, false, false] },
    ],
  ] as const)('%s of %s', (role, organisation, { seen, read, changed }) => {
    const rounds = [draft, published, synthetic]
    expect(rounds.map(round => reaches(reader(role, organisation), round))).toEqual(seen)
    expect(rounds.map(round => readsAnswers(reader(role, organisation), round))).toEqual(read)
    expect(rounds.map(round => owns(reader(role, organisation), round))).toEqual(changed)
  })
})

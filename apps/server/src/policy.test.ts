import { describe, expect, it } from 'vitest'
import { ACTIONS, type Action, may, type Phase, POLICY, type Role } from './policy.ts'
import { appRouter } from './router.ts'

type Walked = { _def: { meta?: { action?: Action }; type: 'query' | 'mutation' | 'subscription' } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Walked>)

const standing = (role: Role, ...phases: Phase[]) => ({ roles: new Set([role]), phases: new Set(phases) })
const allowed = (role: Role, ...phases: Phase[]): Action[] =>
  ACTIONS.filter(action => may(standing(role, ...phases), action))

describe('policy', () => {
  it('names an action of the matrix on every procedure', () => {
    const nameless = procedures.filter(([, { _def }]) => !_def.meta?.action || !(_def.meta.action in POLICY))
    expect(nameless.map(([name]) => name)).toEqual([])
  })

  it('lets nobody but administrators near people, and auditors read the log and nothing else', () => {
    const near = (role: Role) => allowed(role).filter(action => /^(people|audit)\./.test(action))
    expect(near('organiser')).toEqual(['people.me'])
    expect(near('auditor')).toEqual(['people.me', 'audit.list'])
  })
})

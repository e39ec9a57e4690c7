import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ACTIONS,
  type Action,
  FIELD_NAMES,
  JUDGING,
  may,
  PHASES,
  type Phase,
  POLICY,
  ROLES,
  type Role,
  reaches,
  scopeOf,
  sees,
} from './policy.ts'
import { policyDocument } from './policy-document.ts'
import { appRouter } from './router.ts'

type Walked = { _def: { meta?: { action?: Action }; type: 'query' | 'mutation' | 'subscription' } }
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Walked>)

const standing = (role: Role, ...phases: Phase[]) => ({ roles: new Set([role]), phases: new Set(phases) })
const allowed = (role: Role, ...phases: Phase[]): Action[] =>
  ACTIONS.filter(action => may(standing(role, ...phases), action))
const changing = new Set(
  procedures.flatMap(([, { _def }]) => (_def.type === 'mutation' ? [_def.meta?.action] : [])),
)
const inRound = (action: Action) => scopeOf(action) !== 'platform'

describe('policy', () => {
  it('names an action of the matrix on every procedure', () => {
    const nameless = procedures.filter(([, { _def }]) => !_def.meta?.action || !(_def.meta.action in POLICY))
    expect(nameless.map(([name]) => name)).toEqual([])
  })

  it('is written down as it is', () => expect(policyDocument()).toMatchFileSnapshot('../POLICY.md'))

  it('lets nobody but administrators near people, and auditors read the log and nothing else', () => {
    const near = (role: Role) => allowed(role).filter(action => /^(people|audit|mail)\./.test(action))
    expect(near('auditor')).toEqual(['people.me', 'audit.list'])
    expect(near('participant')).toEqual(['people.me'])
    expect(allowed('auditor', ...PHASES).filter(action => inRound(action) && changing.has(action))).toEqual(
      allowed('participant', ...PHASES).filter(action => inRound(action) && changing.has(action)),
    )
  })

  it('lets a role of one round do nothing in the installation', () => {
    for (const role of ['lead', 'contributor', 'desk', 'visitor', 'juror', 'chair', 'observer'] as const)
      expect([role, allowed(role, ...PHASES).filter(action => !inRound(action))]).toEqual([role, []])
  })

  it('embargoes results: until they are published they are there for those who run the round alone', () => {
    const before = PHASES.filter(phase => phase !== 'published')
    const who = (test: (role: Role) => boolean) => ROLES.filter(test)
    const running: Role[] = ['admin', 'organiser']
    expect(who(role => sees(standing(role, ...before), 'score'))).toEqual(running)
    for (const action of ACTIONS.filter(one => /^(results|analyses)\./.test(one) && inRound(one)))
      expect([action, who(role => may(standing(role, ...before), action))]).toEqual([action, running])
  })

  it('lets leads and contributors write while their stage is open, and at no other time', () => {
    const writing = ['answers.save', 'answers.submit', 'evidence.add'] as const
    const when = (role: Role) =>
      PHASES.filter(phase => writing.some(action => may(standing(role, phase), action)))
    expect(when('lead')).toEqual(['nomination', 'survey', 'reply'])
    expect(when('contributor')).toEqual(['nomination', 'survey', 'reply'])
    expect(PHASES.filter(phase => may(standing('lead', phase), 'answers.save'))).toEqual([
      'nomination',
      'survey',
    ])
    expect(PHASES.filter(phase => may(standing('contributor', phase), 'answers.submit'))).toEqual([])
  })

  it('shows entries what was found only once it is out, and juries an entry only when nobody may reply any more', () => {
    const seen = (role: Role, field: 'answer.claim' | 'answer.desk' | 'answer.visit') =>
      PHASES.filter(phase => sees(standing(role, phase), field))
    expect(seen('lead', 'answer.desk')).toEqual(['deskOut'])
    expect(seen('lead', 'answer.visit')).toEqual(['visitOut'])
    expect(seen('juror', 'answer.claim')).toEqual(['jury'])
    expect(seen('juror', 'answer.desk')).toEqual(['jury'])
    expect(sees(standing('juror', 'jury', 'blind'), 'entry.name')).toBe(false)
    expect(sees(standing('juror', 'jury'), 'entry.name')).toBe(true)
  })

  it('lets assessors write in their own stage alone', () => {
    const when = (role: Role) => PHASES.filter(phase => may(standing(role, phase), 'assessments.find'))
    expect(JUDGING.map(role => [role, when(role)])).toEqual([
      ['desk', ['verification', 'reply']],
      ['visitor', ['siteVisit', 'reply']],
      ['juror', []],
      ['chair', []],
    ])
  })

  it('gives strangers what is published, the way to take part, and nothing else of a round', () => {
    const rounds = (...phases: Phase[]) => allowed('anonymous', ...phases).filter(inRound)
    expect(rounds()).toEqual([])
    expect(rounds('survey', 'verification', 'jury')).toEqual([])
    expect(rounds('nomination')).toEqual(['nominations.form', 'nominations.nominate'])
    expect(rounds('published').filter(action => changing.has(action))).toEqual([])
    expect(reaches(standing('anonymous'))).toBe(false)
  })

  const anyStanding = fc.record({
    roles: fc.uniqueArray(fc.constantFrom(...ROLES)).map(list => new Set(list)),
    phases: fc.uniqueArray(fc.constantFrom(...PHASES)).map(list => new Set(list)),
  })

  it('gives nobody without a role anything, and no role less for having another', () => {
    fc.assert(
      fc.property(anyStanding, fc.constantFrom(...ROLES), ({ roles, phases }, role) => {
        const more = { roles: new Set([...roles, role]), phases }
        for (const action of ACTIONS) {
          expect(may({ roles: new Set<Role>(), phases }, action)).toBe(false)
          if (may({ roles, phases }, action)) expect(may(more, action)).toBe(true)
        }
        for (const field of FIELD_NAMES)
          if (sees({ roles, phases }, field)) expect(sees(more, field)).toBe(true)
      }),
    )
  })

  it('opens no more in a round than to whom the round is known, but to nominate and who is nominated', () => {
    fc.assert(
      fc.property(anyStanding, each => {
        if (reaches(each)) return
        const open = ACTIONS.filter(action => scopeOf(action) === 'round' && may(each, action))
        expect(open.filter(action => !action.startsWith('nominations.'))).toEqual(
          each.phases.has('announced') && open.includes('shortlist.list') ? ['shortlist.list'] : [],
        )
      }),
    )
  })
})

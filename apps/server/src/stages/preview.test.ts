import { expect, it } from 'vitest'
import { ACTIONS, FIELD_NAMES, may, PHASES, type Phase, ROLES, sees } from '../policy.ts'
import { changesFor, STAGED, STAGED_FIELDS } from './preview.ts'

/** What stages bring about, and what else does. */
const BY_STAGES = PHASES.filter(phase => !['draft', 'published', 'announced'].includes(phase))

it('tells of every action and field that stages decide about, and of no other', () => {
  const sets = [new Set<Phase>(), ...BY_STAGES.map(phase => new Set([phase]))]
  const differs = ACTIONS.filter(action =>
    ROLES.some(role => {
      const allowed = sets.map(phases => may({ roles: new Set([role]), phases }, action))
      return new Set(allowed).size === 2
    }),
  )
  expect(new Set<string>(STAGED)).toEqual(new Set(differs))
  const shown = FIELD_NAMES.filter(field =>
    ROLES.some(
      role => new Set(sets.map(phases => sees({ roles: new Set([role]), phases }, field))).size === 2,
    ),
  )
  expect(new Set<string>(STAGED_FIELDS)).toEqual(new Set(shown))
})

it('says for each role what the policy says before and after', () => {
  for (const before of BY_STAGES)
    for (const after of BY_STAGES) {
      const [was, is] = [new Set([before]), new Set([after])]
      const told = new Map(changesFor(was, is).map(one => [one.role, one]))
      for (const role of ['lead', 'desk', 'visitor', 'juror', 'observer', 'anonymous'] as const) {
        const roles = new Set([role])
        const gained = STAGED.filter(
          action => may({ roles, phases: is }, action) && !may({ roles, phases: was }, action),
        )
        const hidden = STAGED_FIELDS.filter(
          field => sees({ roles, phases: was }, field) && !sees({ roles, phases: is }, field),
        )
        expect([before, after, role, told.get(role)?.gains.actions ?? []]).toEqual([
          before,
          after,
          role,
          gained,
        ])
        expect([before, after, role, told.get(role)?.loses.fields ?? []]).toEqual([
          before,
          after,
          role,
          hidden,
        ])
      }
    }
})

it('shows the jury names once a blind stage is over', () => {
  const juror = changesFor(new Set(['jury', 'blind']), new Set()).find(one => one.role === 'juror')
  expect(juror?.gains).toEqual({ actions: [], fields: ['entry.name'] })
})

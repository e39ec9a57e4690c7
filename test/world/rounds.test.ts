import { expect, it } from 'vitest'
import { createWorld, type Visitor } from './create-world.ts'

type Reason = { code: string; message: string; version?: number; problems?: { code: string; path: string }[] }

const reasonOf = (promise: Promise<unknown>): Promise<Reason | undefined> =>
  promise.then(
    () => undefined,
    (error: { data?: { reason?: Reason } }) => error.data?.reason,
  )

const draft = async ({ api }: Visitor, title = 'Årets kommune') => {
  const { id } = await api.rounds.create.mutate({ from: { edition: 'ekommuneprisen@2014' }, title })
  return api.rounds.get.query({ id })
}

it('takes a round from an edition to its opening, and freezes what it is scored by', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const made = await draft(organiser)
  expect([made.id, made.state, made.version, made.changes]).toEqual(['arets-kommune', 'draft', 1, []])

  const { id } = made
  const path = Object.keys(made.rubric.criteria).map(key => `criteria.${key}`)[0] ?? ''
  const weights = { [path]: 12.5 }
  expect(await organiser.api.rounds.configure.mutate({ id, version: 1, patch: { weights } })).toEqual({
    version: 2,
  })
  const changed = await organiser.api.rounds.get.query({ id })
  expect(changed.changes.map(change => [change.path, change.to])).toEqual([[`${path}.weight`, 12.5]])
  expect(changed.problems.filter(problem => problem.severity === 'error')).toEqual([])

  const opened = await organiser.api.rounds.open.mutate({ id, version: 2 })
  const open = await organiser.api.rounds.get.query({ id })
  expect([open.state, open.hash, open.version]).toEqual(['open', opened.hash, 3])
  const again = organiser.api.rounds.configure.mutate({ id, version: 3, patch: { title: 'Another' } })
  expect((await reasonOf(again))?.code).toBe('wrong-state')
})

it('refuses the save of a tab that is behind, and says which version stands', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const { id } = await draft(organiser)
  await organiser.api.rounds.configure.mutate({ id, version: 1, patch: { title: 'First' } })
  const late = organiser.api.rounds.configure.mutate({ id, version: 1, patch: { title: 'Second' } })
  expect(await reasonOf(late)).toEqual({
    code: 'stale',
    message: 'Somebody else has changed this round since you opened it. Reload to see the change.',
    version: 2,
  })
  expect((await organiser.api.rounds.get.query({ id })).title).toBe('First')
})

it('lists what stops the opening, and does not open', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const { id, stages, rubric } = await draft(organiser)
  const [first = '', second = ''] = stages.map(stage => stage.kind)
  await organiser.api.rounds.configure.mutate({
    id,
    version: 1,
    patch: {
      referenceDate: '1950-01-01',
      weights: Object.fromEntries(Object.keys(rubric.criteria).map(key => [`criteria.${key}`, 0])),
      stages: {
        [first]: { from: '2030-06-01T00:00:00Z', to: '2030-05-01T00:00:00Z' },
        [second]: { from: '2030-02-01T00:00:00Z', to: null },
      },
    },
  })
  const errors = (await organiser.api.rounds.validate.query({ id })).filter(
    problem => problem.severity === 'error',
  )
  expect(errors.map(({ code, path }) => [code, path])).toEqual([
    ['bad-weight', 'criteria'],
    ['stage-backwards', `stages.${first}`],
    ['stage-out-of-order', `stages.${second}`],
    ['reference-date-not-covered', 'referenceDate'],
  ])
  const refused = await reasonOf(organiser.api.rounds.open.mutate({ id, version: 2 }))
  expect([refused?.code, refused?.problems?.length]).toEqual(['has-problems', 4])
  expect((await organiser.api.rounds.get.query({ id })).state).toBe('draft')
})

it('refuses an edit of what the edition does not have, naming it', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const { id } = await draft(organiser)
  const edit = organiser.api.rounds.configure.mutate({
    id,
    version: 1,
    patch: { weights: { 'criteria.nowhere': 1 } },
  })
  expect((await reasonOf(edit))?.message).toBe('ekommuneprisen@2014 has no criteria.nowhere.')
})

it('clones a round with its changes, and takes an edit back with null', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const { id, base } = await draft(organiser)
  await organiser.api.rounds.configure.mutate({
    id,
    version: 1,
    patch: { texts: { title: 'Vår egen pris' } },
  })
  const clone = await organiser.api.rounds.create.mutate({ from: { round: id }, title: 'Årets kommune' })
  expect(clone.id).toBe('arets-kommune-2')
  expect((await organiser.api.rounds.get.query(clone)).rubric.title).toBe('Vår egen pris')
  await organiser.api.rounds.configure.mutate({ id: clone.id, version: 1, patch: { texts: { title: null } } })
  expect((await organiser.api.rounds.get.query(clone)).rubric.title).toBe(base.title)
})

it('hides drafts from strangers as if they did not exist, and removes drafts only', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const { id } = await draft(organiser)
  const hidden = await reasonOf(world.stranger.api.rounds.get.query({ id }))
  const absent = await reasonOf(world.stranger.api.rounds.get.query({ id: 'no-such-round' }))
  expect(hidden?.message.replace(id, '')).toBe(absent?.message.replace('no-such-round', ''))
  const listed = await world.stranger.api.rounds.list.query()
  expect(listed.map(round => round.state).filter(state => state !== 'published')).toEqual([])

  await organiser.api.rounds.remove.mutate({ id })
  expect((await reasonOf(organiser.api.rounds.get.query({ id })))?.code).toBe('not-found')
  const record = listed[0]?.id ?? ''
  expect((await reasonOf(organiser.api.rounds.remove.mutate({ id: record })))?.code).toBe('not-allowed')
})

it('has the published rounds of every plugin as records', async () => {
  await using world = await createWorld()
  const rounds = await world.stranger.api.rounds.list.query()
  const records = rounds
    .filter(round => round.kind === 'record')
    .map(round => [round.id, round.publishedVersion])
  expect(records).toContainEqual(['ekommuneprisen-2014-record', 1])
  expect(records).toContainEqual(['sveriges-digitaliseringskommun-2019-record', 1])
})

import { describe, expect, test } from 'vitest'
import type { Draft, Patch } from './draft.ts'
import { createDraftStore } from './draft-store.ts'

const draft: Draft = {
  title: 'A',
  description: '',
  year: 2026,
  referenceDate: '2026-01-01',
  stages: {},
  weights: {},
  categories: {},
  texts: {},
  questions: {},
  nominees: {},
  timeZone: 'Europe/Oslo',
  prefillFrom: null,
  kinds: {},
}

class Stale extends Error {}

/** A server with one round: refuses what was made on another version, or everything while it is away. */
function server(version = 1) {
  const there = { version, patches: [] as Patch[], away: false }
  const save = async (made: number, patch: Patch) => {
    if (there.away) throw new Error('away')
    if (made !== there.version) throw new Stale()
    there.patches.push(patch)
    return { version: ++there.version }
  }
  return { there, save }
}

const open = (save: ReturnType<typeof server>['save']) =>
  createDraftStore({ draft, version: 1, save, isStale: error => error instanceof Stale, later: () => {} })

test('a change shows at once and is saved with the version that it was made on', async () => {
  const { there, save } = server()
  const store = open(save)
  store.change('title', { title: 'B' })
  expect(store.getState()).toMatchObject({ draft: { title: 'B' }, saving: 'waiting', version: 1 })
  await store.flush()
  expect(store.getState()).toMatchObject({ saving: 'saved', version: 2, unsent: {} })
  expect(there.patches).toEqual([{ title: 'B' }])
})

test('what changes while a save is under way goes with the next one', async () => {
  const { there, save } = server()
  const store = open(save)
  store.change('title', { title: 'B' })
  const saving = store.flush()
  store.change('weights', { weights: { 'criteria.a': 2 } })
  await saving
  expect(there.patches).toEqual([{ title: 'B' }, { weights: { 'criteria.a': 2 } }])
  expect(store.getState().saving).toBe('saved')
})

describe('taking back', () => {
  test('one step leaves the later ones', async () => {
    const { save } = server()
    const store = open(save)
    store.change('title', { title: 'B' })
    store.change('criteria.a.weight', { weights: { 'criteria.a': 2 } })
    store.undo(store.getState().steps[0]?.id ?? 0)
    expect(store.getState().draft).toEqual({ ...draft, weights: { 'criteria.a': 2 } })
  })

  test('a row of changes of one thing takes them all back', () => {
    const store = open(server().save)
    for (const title of ['B', 'Br', 'Bra']) store.change('title', { title })
    expect(store.getState().steps.length).toBe(1)
    store.undo(store.getState().steps[0]?.id ?? 0)
    expect(store.getState().draft).toEqual(draft)
  })
})

describe('when somebody else was first', () => {
  const theirs = { ...draft, year: 2027 }
  const late = async () => {
    const { there, save } = server(5)
    const store = open(save)
    store.change('title', { title: 'B' })
    await store.flush()
    return { there, store }
  }

  test('what was typed is kept', async () => {
    const { store } = await late()
    expect(store.getState()).toMatchObject({ saving: 'stale', draft: { title: 'B' }, unsent: { title: 'B' } })
  })

  test('it can go on top of theirs', async () => {
    const { there, store } = await late()
    await store.takeOver(theirs, 5, true)
    expect(store.getState()).toMatchObject({ saving: 'saved', version: 6, draft: { ...theirs, title: 'B' } })
    expect(there.patches).toEqual([{ title: 'B' }])
  })

  test('or be dropped for theirs', async () => {
    const { there, store } = await late()
    await store.takeOver(theirs, 5, false)
    expect(store.getState()).toMatchObject({ saving: 'saved', version: 5, draft: theirs, steps: [] })
    expect(there.patches).toEqual([])
  })
})

test('what could not be sent is sent again', async () => {
  const { there, save } = server()
  const store = open(save)
  there.away = true
  store.change('title', { title: 'B' })
  await store.flush()
  expect(store.getState()).toMatchObject({ saving: 'failed', unsent: { title: 'B' } })
  there.away = false
  await store.retry()
  expect(there.patches).toEqual([{ title: 'B' }])
})

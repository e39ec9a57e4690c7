import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { sceneOf } from '../entries/scene.ts'
import type { Station } from './live.ts'
import { watch } from './watch.ts'

async function looksOn(database: TestDatabase) {
  const { organiser, rival, stranger, installation, openedRound } = sceneOf(database)
  const round = await openedRound()
  const events = { [`round/${round}`]: 'stages', 'entry/a': 'answers' }
  const over = new AbortController()
  return {
    live: installation.live,
    organiser,
    rival,
    stranger,
    /** The organiser looks on; asked anew they are who `later` says. */
    looking: (later = organiser) =>
      watch(
        { ...organiser, again: async () => later },
        { action: 'stages.watch', input: { round }, signal: over.signal, events },
      ),
    leave: () => over.abort(),
  }
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }))
afterEach(() => void vi.useRealTimers())

eachDialect('a look at what changes', open => {
  it('says everything as it begins, then what has changed, until it is left', async () => {
    await using database = await open()
    const { live, looking, leave } = await looksOn(database)
    const look = looking()
    expect([(await look.next()).value, (await look.next()).value]).toEqual(['stages', 'answers'])
    const next = look.next()
    live.announce('entry/a')
    expect((await next).value).toBe('answers')
    const last = look.next()
    leave()
    expect(await last).toEqual({ done: true, value: undefined })
  })

  it('goes on while it is allowed, and ends when it no longer is', async () => {
    await using database = await open()
    const { live, organiser, rival, stranger, looking } = await looksOn(database)
    for (const [later, code] of [
      [stranger, 'NOT_FOUND'],
      [rival, 'NOT_FOUND'],
      [organiser, null],
    ] as const) {
      const look = looking(later)
      await look.next()
      await look.next()
      const next = look.next().then(
        ({ value }) => value,
        error => error.code,
      )
      await vi.advanceTimersByTimeAsync(20_000)
      if (code === null) live.announce('entry/a')
      expect(await next).toBe(code ?? 'answers')
    }
  })

  it('ends with a reason to come back when the server stops', async () => {
    await using database = await open()
    const { live, looking } = await looksOn(database)
    const look = looking()
    await look.next()
    await look.next()
    const next = look.next()
    await (live as Station).dismiss()
    await expect(next).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  })
})

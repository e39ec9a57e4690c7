import Fastify from 'fastify'
import { sql } from 'kysely'
import { expect, it, vi } from 'vitest'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { LiveStopped, liveHere, type Station } from './live.ts'
import { liveOnPostgres, NAME } from './on-postgres.ts'

const stationOn = ({ url }: TestDatabase) => {
  const station = url === null ? liveHere() : liveOnPostgres(url, { log: Fastify().log })
  return { ...station, [Symbol.asyncDispose]: station.stop }
}

/** Somebody who looks on, and has been told to look as they began. */
async function look(station: Station, ...topics: string[]) {
  const over = new AbortController()
  const told = station.listen(topics, over.signal)[Symbol.asyncIterator]()
  expect((await told.next()).value).toEqual(topics)
  return { next: async () => (await told.next()).value as unknown, end: () => over.abort() }
}

/** Until a change at one is heard at the other: a server hears of the others once it is connected. */
async function joined(one: Station, other: Station) {
  const ear = await look(other, 'hello')
  const heard = ear.next()
  const calls = setInterval(() => one.announce('hello'), 10)
  expect(await heard).toEqual(['hello'])
  clearInterval(calls)
  ear.end()
}

eachDialect('live views', open => {
  it('hear of what they look at, wherever it changed, and of nothing else', async () => {
    await using database = await open()
    await using one = stationOn(database)
    // An embedded database has one server.
    await using two = database.url === null ? one : stationOn(database)
    await joined(one, two)
    const here = await look(one, 'entry/a')
    const there = await look(two, 'entry/a', 'entry/b')
    const heard = [here.next(), there.next()]
    one.announce('entry/c')
    one.announce('entry/a')
    expect(await Promise.all(heard)).toEqual([['entry/a'], ['entry/a']])
    const next = there.next()
    two.announce('entry/b')
    expect(await next).toEqual(['entry/b'])
  })

  it('hear once of what changed often while they were busy', async () => {
    await using database = await open()
    await using station = stationOn(database)
    const busy = await look(station, 'entry/a', 'entry/b')
    for (let i = 0; i < 100; i++) station.announce('entry/a')
    station.announce('entry/b')
    expect(await busy.next()).toEqual(['entry/a', 'entry/b'])
    station.announce('entry/a')
    expect(await busy.next()).toEqual(['entry/a'])
  })

  it('end with whoever looks, and say so when the server stops', async () => {
    await using database = await open()
    await using station = stationOn(database)
    const gone = await look(station, 'entry/a')
    const next = gone.next()
    gone.end()
    expect(await next).toBeUndefined()
    const staying = await look(station, 'entry/a')
    const last = staying.next()
    await station.dismiss()
    await expect(last).rejects.toThrow(LiveStopped)
    await expect(look(station, 'entry/a')).rejects.toThrow(LiveStopped)
  })

  it('are told to look again when servers had lost each other', async ({ skip }) => {
    await using database = await open()
    if (database.url === null) skip('an embedded database has one server')
    await using one = stationOn(database)
    await using two = stationOn(database)
    await joined(one, two)
    const looking = await look(two, 'entry/a')
    const told = looking.next()
    const lost = await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = ${NAME}`.execute(database.db)
    expect(lost.rows.length).toBe(2)
    expect(await told).toEqual(['entry/a'])
    await vi.waitFor(() => joined(one, two))
  })
})

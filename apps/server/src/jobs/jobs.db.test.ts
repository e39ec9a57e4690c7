import Fastify from 'fastify'
import { expect, it, vi } from 'vitest'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import type { Db } from '../db/open.ts'
import { Refusal } from '../refusal.ts'
import type { Handler, Handlers } from './handler.ts'
import { queueOf } from './queue.ts'
import { startJobs } from './start-jobs.ts'

const NOON = '2014-06-01T12:00:00.000Z'

/** One server: it runs jobs with these handlers until its scope ends. */
async function serverOn(database: TestDatabase, handlers: Handlers) {
  const installation = {
    db: database.db,
    dialect: database.dialect,
    log: Fastify().log,
    now: () => NOON,
  }
  const queue = queueOf(installation)
  const { stop } = await startJobs(installation, queue, {
    handlers,
    url: database.url,
    pace: { beat: 20, lease: 30, sweep: 10_000 },
  })
  const inTx = database.db.transaction()
  return {
    enqueue: (key: string, kind = 'work') =>
      inTx.execute(tx => queue.enqueue(tx, { kind, payload: { key }, key })),
    later: (key: string, dueAt: string) =>
      inTx.execute(tx => queue.enqueue(tx, { kind: 'work', payload: { key }, key, dueAt })),
    withdraw: (key: string) => inTx.execute(tx => queue.withdraw(tx, key)),
    cancel: (id: string) => inTx.execute(tx => queue.cancel(tx, id)),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

/** Milliseconds from now, by the clock that databases go by. */
const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()

const jobOf = (db: Db, id: string) =>
  db.selectFrom('job').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

const ended = (db: Db, id: string) =>
  vi.waitUntil(
    async () => {
      const job = await jobOf(db, id)
      return ['done', 'failed', 'cancelled'].includes(job.state) && job
    },
    { timeout: 10_000, interval: 10 },
  )

/** Does its work by leaving a row, so that doing it twice would not go unseen. */
const leaving =
  (ran: string[]): Handler =>
  async payload => {
    const { key } = payload as { key: string }
    ran.push(key)
    return async tx => {
      await tx.insertInto('definition').values({ hash: key, body: '{}', createdAt: NOON }).execute()
    }
  }

const left = async (db: Db) =>
  (await db.selectFrom('definition').select('hash').orderBy('hash').execute()).map(row => row.hash)

/** Runs until it is called off; `begun` when it has begun. */
function enduring() {
  const begun = Promise.withResolvers<void>()
  const over = Promise.withResolvers<void>()
  const handler: Handler = (_, { signal, onProgress }) =>
    new Promise((_, reject) => {
      onProgress(0.25)
      signal.addEventListener('abort', () => {
        over.resolve()
        reject(new Error('called off'))
      })
      begun.resolve()
    })
  return { handler, begun: begun.promise, over: over.promise }
}

eachDialect('jobs', open => {
  it('run once each, by whichever of two servers, and leave what they came to', async () => {
    await using database = await open()
    const ran: string[] = []
    await using one = await serverOn(database, { work: leaving(ran) })
    // An embedded database has one server.
    await using two = database.url === null ? one : await serverOn(database, { work: leaving(ran) })
    const keys = Array.from({ length: 20 }, (_, i) => `key-${10 + i}`)
    const ids = await Promise.all(keys.map((key, i) => (i % 2 === 0 ? one : two).enqueue(key)))
    for (const id of ids)
      expect(await ended(database.db, id)).toMatchObject({ state: 'done', progress: 1, attempts: 1 })
    expect(ran.toSorted()).toEqual(keys)
    expect(await left(database.db)).toEqual(keys)
  })

  it('are one for each key', async () => {
    await using database = await open()
    const ran: string[] = []
    await using server = await serverOn(database, { work: leaving(ran) })
    const ids = await Promise.all(['a', 'a', 'a'].map(key => server.enqueue(key)))
    await ended(database.db, ids[0] as string)
    ids.push(await server.enqueue('a'))
    expect(new Set(ids).size).toBe(1)
    expect(ran).toEqual(['a'])
  })

  it('begin only if the transaction that asked for them stands', async () => {
    await using database = await open()
    const ran: string[] = []
    await using server = await serverOn(database, { work: leaving(ran) })
    const queue = queueOf({ now: () => NOON })
    const failing = database.db.transaction().execute(async tx => {
      await queue.enqueue(tx, { kind: 'work', payload: { key: 'a' }, key: 'a' })
      throw new Error('the disk is full')
    })
    await expect(failing).rejects.toThrow('the disk is full')
    await ended(database.db, await server.enqueue('b'))
    expect(ran).toEqual(['b'])
  })

  it('stop when they are cancelled, and can be asked for again', async () => {
    await using database = await open()
    const { handler, begun, over } = enduring()
    const ran: string[] = []
    let first = true
    const work: Handler = (payload, running) => {
      const now = first ? handler : leaving(ran)
      first = false
      return now(payload, running)
    }
    await using server = await serverOn(database, { work })
    const id = await server.enqueue('a')
    await begun
    expect(await server.cancel(id)).toBe(true)
    await over
    expect(await jobOf(database.db, id)).toMatchObject({ state: 'cancelled', failure: null })
    expect(await server.cancel(id)).toBe(false)
    expect(await server.enqueue('a')).toBe(id)
    expect(await ended(database.db, id)).toMatchObject({ state: 'done', attempts: 1 })
    expect([ran, await left(database.db)]).toEqual([['a'], ['a']])
  })

  it('that are cancelled while they wait never begin', async () => {
    await using database = await open()
    const waiting = queueOf({ now: () => NOON })
    const id = await database.db
      .transaction()
      .execute(tx => waiting.enqueue(tx, { kind: 'work', payload: { key: 'a' }, key: 'a' }))
    await database.db.transaction().execute(tx => waiting.cancel(tx, id))
    const ran: string[] = []
    await using server = await serverOn(database, { work: leaving(ran) })
    await ended(database.db, await server.enqueue('b'))
    expect(ran).toEqual(['b'])
  })

  it('say how far they are while they run', async () => {
    await using database = await open()
    const { handler, begun } = enduring()
    await using server = await serverOn(database, { work: handler })
    const id = await server.enqueue('a')
    await begun
    const running = await vi.waitUntil(
      async () => {
        const job = await jobOf(database.db, id)
        return job.progress > 0 && job
      },
      { timeout: 10_000, interval: 10 },
    )
    expect([running.state, running.progress]).toEqual(['running', 0.25])
  })

  it('of a server that stops are run by the next one', async () => {
    await using database = await open()
    const { handler, begun } = enduring()
    const first = await serverOn(database, { work: handler })
    const id = await first.enqueue('a')
    await begun
    await first.stop()
    expect(await jobOf(database.db, id)).toMatchObject({ state: 'queued', attempts: 0 })
    const ran: string[] = []
    await using _ = await serverOn(database, { work: leaving(ran) })
    expect(await ended(database.db, id)).toMatchObject({ state: 'done', attempts: 1 })
    expect(ran).toEqual(['a'])
  })

  it('of a lost server are taken up once more, and not a third time', async () => {
    await using database = await open()
    const { handler, begun } = enduring()
    const lost = await serverOn(database, { work: handler })
    const id = await lost.enqueue('a')
    await begun
    const lose = async (attempts: number) => {
      await database.db
        .updateTable('job')
        .set({ state: 'running', owner: 'lost', attempts, leaseUntil: '2014-06-01T12:00:00.000Z' })
        .where('id', '=', id)
        .execute()
    }
    await lose(1)
    await lost.stop()
    const ran: string[] = []
    {
      await using _ = await serverOn(database, { work: leaving(ran) })
      expect(await ended(database.db, id)).toMatchObject({ state: 'done', attempts: 2 })
    }
    await lose(2)
    await using _ = await serverOn(database, { work: leaving(ran) })
    const { state, failure } = await ended(database.db, id)
    expect([state, JSON.parse(failure ?? '').code]).toEqual(['failed', 'lost'])
    expect(ran).toEqual(['a'])
  })

  it('wait for their time, and are moved and taken back until then', async () => {
    await using database = await open()
    const ran: string[] = []
    await using server = await serverOn(database, { work: leaving(ran) })
    const [never, far, moved] = await Promise.all([
      server.later('never', soon(3_600_000)),
      server.later('far', soon(3_600_000)),
      server.later('moved', soon(3_600_000)),
    ])
    expect(await server.withdraw('never')).toBe(true)
    expect(await server.withdraw('never')).toBe(false)
    const near = await server.later('near', soon(300))
    expect(await server.later('moved', soon(150))).toBe(moved)
    await ended(database.db, await server.enqueue('at once'))
    await ended(database.db, near)
    await ended(database.db, moved)
    expect(ran.toSorted()).toEqual(['at once', 'moved', 'near'])
    expect(await server.later('far', soon(-1000))).toBe(far)
    await ended(database.db, far)
    expect(await server.withdraw('far')).toBe(false)
    expect((await jobOf(database.db, never)).state).toBe('cancelled')
    expect(ran.length).toBe(4)
  })

  it('whose time came while no server ran are run by the next one, the others when it comes', async () => {
    await using database = await open()
    const waiting = queueOf({ now: () => NOON })
    const inTx = database.db.transaction()
    for (const [key, dueAt] of [
      ['second', soon(-1000)],
      ['first', soon(-2000)],
      ['third', soon(200)],
      ['never', soon(3_600_000)],
    ] as const)
      await inTx.execute(tx => waiting.enqueue(tx, { kind: 'work', payload: { key }, key, dueAt }))
    const ran: string[] = []
    await using _ = await serverOn(database, { work: leaving(ran) })
    await vi.waitUntil(async () => (await left(database.db)).length === 3, { timeout: 20_000 })
    expect(ran.toSorted()).toEqual(['first', 'second', 'third'])
    expect(await left(database.db)).toEqual(['first', 'second', 'third'])
  })

  it('that fail say why, in words that we have chosen', async () => {
    await using database = await open()
    await using server = await serverOn(database, {
      refused: async () => {
        throw new Refusal('wrong-state', 'The round is a draft.')
      },
      broken: async () => {
        throw new Error('a secret of the house')
      },
      unkept: async () => async tx => {
        await tx.insertInto('definition').values({ hash: 'x', body: '{}', createdAt: NOON }).execute()
        throw new Refusal('stale', 'The round has changed.')
      },
    })
    const failureOf = async (kind: string) => {
      const { state, failure } = await ended(database.db, await server.enqueue(kind, kind))
      return [state, JSON.parse(failure ?? '')]
    }
    const internal = { code: 'internal', message: 'Something went wrong here; it is in the log.' }
    expect(await failureOf('refused')).toEqual([
      'failed',
      { code: 'wrong-state', message: 'The round is a draft.' },
    ])
    expect(await failureOf('broken')).toEqual(['failed', internal])
    expect(await failureOf('unknown')).toEqual(['failed', internal])
    expect(await failureOf('unkept')).toEqual([
      'failed',
      { code: 'stale', message: 'The round has changed.' },
    ])
    expect(await left(database.db)).toEqual([])
  })
})

import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import type { Installation } from '../context.ts'
import { liveHere, type Station } from './live.ts'

const CHANNEL = 'tumstock_live'
/** What an operator reads of the connection. */
export const NAME = 'tumstock live'
const NOTIFY = 'select pg_notify($1, message) from unnest($2::text[]) message'

/** Milliseconds: until a lost connection is tried again, for one to answer, and between two signs of life. */
const AGAIN = 1000
const PATIENCE = 10_000
const BEAT = 30_000

/**
 * Among those who look on at any server of one PostgreSQL. The people of this server hear at once and without it; while
 * the connection is lost the others hear nothing, so that all are told to look when it is back.
 */
export function liveOnPostgres(url: string, { log }: Pick<Installation, 'log'>): Station {
  const here = liveHere()
  const origin = randomUUID()
  const stopping = new AbortController()
  const waiting = new Set<string>()
  let client: pg.Client | undefined
  let sending: Promise<void> | undefined

  /** One statement for all that came together while the last one was on its way. */
  const send = async (): Promise<void> => {
    const to = client
    let topics: string[] = []
    try {
      do {
        topics = [...waiting]
        waiting.clear()
        await to?.query(NOTIFY, [CHANNEL, topics.map(topic => origin + topic)])
      } while (to === client && waiting.size > 0)
    } catch (err) {
      for (const topic of topics) waiting.add(topic)
      log.warn({ err }, 'a change could not be told to the other servers')
      await to?.end().catch(() => undefined)
    }
  }
  const flush = () => {
    if (!client || sending) return
    sending = send().finally(() => {
      sending = undefined
    })
  }

  const hear = ({ payload }: pg.Notification) => {
    if (payload !== undefined && !payload.startsWith(origin)) here.announce(payload.slice(origin.length))
  }

  /** One connection, from its beginning to its end. */
  const connect = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: NAME,
      connectionTimeoutMillis: PATIENCE,
      query_timeout: PATIENCE,
    })
    const ended = Promise.withResolvers<void>()
    next.on('error', err => {
      log.warn({ err }, 'the connection that tells of changes was lost')
      ended.resolve()
    })
    next.on('end', ended.resolve)
    next.on('notification', hear)
    const end = () => void next.end().catch(() => undefined)
    // An empty statement: a connection whose other end has gone is found out by it.
    const beats = setInterval(flush, BEAT)
    try {
      await next.connect()
      await next.query(`listen ${CHANNEL}`)
      if (stopping.signal.aborted) return
      stopping.signal.addEventListener('abort', end)
      client = next
      here.announceAll()
      flush()
      await ended.promise
    } finally {
      client = undefined
      clearInterval(beats)
      stopping.signal.removeEventListener('abort', end)
      await next.end().catch(() => undefined)
    }
  }

  const keepConnected = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await connect().catch((err: unknown) => log.warn({ err }, 'changes of other servers are not heard of'))
      await setTimeout(AGAIN, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const connected = keepConnected()

  return {
    ...here,
    announce: topic => {
      here.announce(topic)
      waiting.add(topic)
      flush()
    },
    stop: async () => {
      await sending
      stopping.abort()
      await connected
    },
  }
}

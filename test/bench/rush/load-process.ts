/** The load of `pnpm bench:rush`, in a process of its own: reads an order from the file it is given, writes what it saw. */
import type { EventEmitter } from 'node:events'
import { readFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import autocannon, { type Client } from 'autocannon'
import { OPEN_QUESTIONS } from '../../crowd-round.ts'
import type { Acknowledged, Order, Seen } from './order.ts'

/** What one connection has to say, one request after another. */
type Source = {
  next: () => { headers: Record<string, string>; body: string }
  /** Hears what became of it. */
  heard: (text: string, status: number) => void
}

/**
 * autocannon sends a second's requests at its start. So the connections begin in so many groups, one after another within
 * the first second, each connection with one request a second.
 */
const GROUPS = 20

const order = JSON.parse(await readFile(process.argv[2] ?? '', 'utf8')) as Order
const latencies: number[] = []
const errors: Record<string, number> = {}
const note = (what: string) => {
  errors[what] = (errors[what] ?? 0) + 1
}

/** People who take turns on one connection, each saving one question after the other. */
function saversOn(people: Order['crowd'], acknowledged: Acknowledged): Source {
  let turn = 0
  let said = { entry: '', question: '', value: '' }
  const headers = { 'content-type': 'application/json' }
  return {
    next: () => {
      const { entry = '', cookie = '' } = people[turn % people.length] ?? {}
      const question = OPEN_QUESTIONS[Math.floor(turn / people.length) % OPEN_QUESTIONS.length] ?? ''
      turn++
      said = { entry, question, value: `${entry} ${turn}, and what one writes in a sentence or two` }
      const version = acknowledged[entry]?.[question]?.version ?? 0
      return {
        headers: { ...headers, cookie },
        body: JSON.stringify({ round: order.round, ...said, version }),
      }
    },
    heard: (text, status) => {
      if (status !== 200) return note(`${status} ${text.slice(0, 200)}`)
      const { result } = JSON.parse(text) as { result: { data: { version: number } } }
      const { entry, question, value } = said
      acknowledged[entry] ??= {}
      acknowledged[entry][question] = { value, version: result.data.version }
    },
  }
}

const floorOn = (): Source => ({
  next: () => ({ headers: {}, body: '' }),
  heard: (_, status) => {
    if (status !== 200) note(String(status))
  },
})

/** One request each second; the time counts from when the request was due, also where the answer before it was late. */
function drive(client: Client, source: Source): void {
  let due = 0
  let late = false
  let text = ''
  const prepare = () => {
    const { headers, body } = source.next()
    client.setHeadersAndBody(headers, body)
  }
  // Its types know some of its events only.
  const events: EventEmitter = client
  events.on('request', () => {
    const now = performance.now()
    due = late ? due + 1000 : now
  })
  client.on('body', (chunk: Buffer) => {
    text += chunk.toString()
  })
  client.on('response', (status: number) => {
    const waited = performance.now() - due
    latencies.push(waited)
    late = waited > 1000
    source.heard(text, status)
    text = ''
    prepare()
  })
  events.on('connError', (error: Error) => note(error.message))
  events.on('timeout', () => note('no answer in time'))
  prepare()
}

async function run(path: string, method: 'POST' | 'GET', sources: readonly Source[]): Promise<void> {
  const { url, seconds } = order
  const each = Math.ceil(sources.length / GROUPS)
  const groups = Array.from({ length: GROUPS }, (_, at) => sources.slice(at * each, (at + 1) * each))
  const runs = groups
    .filter(group => group.length > 0)
    .map(async (group, at) => {
      await setTimeout((at * 1000) / GROUPS)
      const left = [...group]
      await autocannon({
        url: `${url}${path}`,
        method,
        connections: group.length,
        connectionRate: 1,
        amount: group.length * seconds,
        ignoreCoordinatedOmission: true,
        setupClient: client => {
          const source = left.shift()
          if (source) drive(client, source)
        },
      })
    })
  await Promise.all(runs)
}

const { crowd, rate, floor, from: acknowledged } = order
const lag = monitorEventLoopDelay({ resolution: 5 })
lag.enable()
const start = performance.now()
if (floor) await run('/healthz', 'GET', Array.from({ length: rate }, floorOn))
else {
  const people = Array.from({ length: rate }, (_, at) => crowd.filter((_, who) => who % rate === at))
  await run(
    '/api/trpc/answers.save',
    'POST',
    people.map(some => saversOn(some, acknowledged)),
  )
}
const took = (performance.now() - start) / 1000
const sorted = latencies.toSorted((a, b) => a - b)
const at = (share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
const seen: Seen = {
  answered: latencies.length,
  perSecond: latencies.length / took,
  p50: at(0.5),
  p95: at(0.95),
  p99: at(0.99),
  max: at(1),
  errors,
  lag: lag.percentile(99) / 1e6,
  acknowledged,
}
process.stdout.write(JSON.stringify(seen))

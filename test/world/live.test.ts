import { expect, it } from 'vitest'
import { createWorld } from './create-world.ts'

const ROUND = 'ekommuneprisen-2014-synthetic'
const watching = (round: string) =>
  `/api/trpc/stages.watch?input=${encodeURIComponent(JSON.stringify({ round }))}`
const CHANGED = 'data: {"changed":"stages"}'

/** What is said from here until `words` are, or until the stream ends. */
const earOn = ({ body }: Response) => {
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  return async (words?: string): Promise<string> => {
    let text = ''
    for (;;) {
      const { done, value = '' } = (await reader?.read()) ?? { done: true }
      text += value
      if (done || (words !== undefined && text.includes(words))) return text
    }
  }
}

it('tells a browser at once what has changed, packed or not, and lets it come back when the server stops', async () => {
  await using world = await createWorld({ demo: true })
  const admin = await world.as('admin')
  const ears = []
  for (const encoding of ['identity', 'br, gzip']) {
    const headers = { accept: 'text/event-stream', 'accept-encoding': encoding }
    const response = await admin.fetch(watching(ROUND), { headers })
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    ears.push(earOn(response))
  }
  for (const heard of ears) expect(await heard(CHANGED)).toContain(CHANGED)
  const rest = ears.map(heard => heard())
  await world[Symbol.asyncDispose]()
  for (const text of rest) expect(await text).toContain('SERVICE_UNAVAILABLE')
})

it('tells of a change as soon as it stands', async () => {
  await using world = await createWorld()
  const { api, fetch } = await world.as('organiser')
  const { id: round } = await api.rounds.create.mutate({
    from: { edition: 'ekommuneprisen@2014' },
    title: 'A round',
  })
  const survey = { from: '2050-01-01T00:00:00Z', to: '2050-02-01T00:00:00Z' }
  const patch = { stages: { survey }, referenceDate: '2014-01-01' }
  await api.rounds.configure.mutate({ id: round, version: 1, patch })
  await api.rounds.open.mutate({ id: round, version: 2 })
  const heard = earOn(await fetch(watching(round)))
  await heard(CHANGED)
  const next = heard(CHANGED)
  const stages = { survey: { to: '2050-02-02T00:00:00Z' } }
  await api.stages.move.mutate({ round, version: 3, stages, reason: 'A holiday.' })
  expect(await next).toContain(CHANGED)
})

it('says no more to who may not look on than that there is nothing', async () => {
  await using world = await createWorld({ demo: false })
  const text = await earOn(await world.stranger.fetch(watching(ROUND)))()
  expect(text).toContain(`There is no round ${ROUND}.`)
  expect(text).not.toContain('changed')
})

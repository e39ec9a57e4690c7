import { expect, it } from 'vitest'
import { createWorld } from './create-world.ts'

const ROUND = 'ekommuneprisen-2014-synthetic'
const WATCH = `/api/trpc/stages.watch?input=${encodeURIComponent(JSON.stringify({ round: ROUND }))}`

/** Everything that is said until the stream ends, or until `words` are. */
async function said(response: Response, words?: string): Promise<string> {
  let text = ''
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  for (;;) {
    const { done, value = '' } = (await reader?.read()) ?? { done: true }
    text += value
    if (done || (words !== undefined && text.includes(words))) {
      reader?.releaseLock()
      return text
    }
  }
}

it('tells a browser at once what has changed, packed or not, and lets it come back when the server stops', async () => {
  await using world = await createWorld({ demo: true })
  const admin = await world.as('admin')
  const [plain, packed] = await Promise.all(
    ['identity', 'br, gzip'].map(encoding =>
      admin.fetch(WATCH, { headers: { accept: 'text/event-stream', 'accept-encoding': encoding } }),
    ),
  )
  for (const response of [plain, packed]) {
    expect(response?.headers.get('content-type')).toBe('text/event-stream')
    expect(await said(response?.clone() as Response, 'changed')).toContain('data: {"changed":"stages"}')
  }
  const rest = said(plain as Response)
  await world[Symbol.asyncDispose]()
  expect(await rest).toContain('SERVICE_UNAVAILABLE')
})

it('says no more to who may not look on than that there is nothing', async () => {
  await using world = await createWorld({ demo: false })
  const text = await said(await world.stranger.fetch(WATCH))
  expect(text).toContain(`There is no round ${ROUND}.`)
  expect(text).not.toContain('changed')
})

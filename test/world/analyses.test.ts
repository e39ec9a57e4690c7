import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { startServer } from '../server-process.ts'
import { createWorld, visitAs } from './create-world.ts'

const ROUND = 'ekommuneprisen-2014-synthetic'
/** More runs than a computer makes in the time that killing it takes. */
const LONG = {
  round: ROUND,
  kind: 'uncertainty',
  assumptions: [{ vary: 'weights', by: 0.25 }],
  runs: 100_000,
  seed: 1,
} as const

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-analyses-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

it('finishes after a restart what was under way when the server was killed', async () => {
  await using data = await folder()
  let id = ''
  {
    const server = await startServer({ DATA_DIR: data.path }, [])
    const { analyses } = (await visitAs('organiser', server)).api
    id = (await analyses.start.mutate(LONG)).id
    await vi.waitUntil(async () => (await analyses.get.query({ id })).state === 'running', {
      timeout: 20_000,
    })
    await server.kill()
  }
  await using server = await startServer({ DATA_DIR: data.path }, [])
  const { analyses } = (await visitAs('organiser', server)).api
  const view = await vi.waitUntil(
    async () => {
      const now = await analyses.get.query({ id })
      return now.state === 'done' && now
    },
    { timeout: 60_000, interval: 100 },
  )
  expect([view.progress, view.result?.kind]).toEqual([1, 'uncertainty'])
  expect(await analyses.start.mutate(LONG)).toEqual({ id })
})

it('ends what is cancelled, and answers others while it computes', async () => {
  await using world = await createWorld({ demo: true })
  const { api } = await world.as('organiser')
  const { id } = await api.analyses.start.mutate(LONG)
  await vi.waitUntil(async () => (await api.analyses.get.query({ id })).state === 'running', {
    timeout: 20_000,
  })
  const asked = performance.now()
  await world.stranger.fetch('/healthz')
  expect(performance.now() - asked).toBeLessThan(1000)
  await api.analyses.cancel.mutate({ id })
  expect(await api.analyses.get.query({ id })).toMatchObject({ state: 'cancelled', result: null })
  const data = await api.analyses.data.query({ round: ROUND })
  expect(data.where).toBe('browser')
})

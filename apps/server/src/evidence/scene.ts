import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { type Answering, answeringScene, type Someone } from '../answers/scene.ts'
import type { TestDatabase } from '../db/each-dialect.ts'
import { answerErrors } from '../http/errors.ts'
import { evidenceRoutes } from './routes.ts'

type Sent = {
  status: number
  body: { id: string; code?: string; message?: string } & Record<string, unknown>
}
export type Place = Answering &
  AsyncDisposable & {
    entry: string
    dataDir: string
    lead: Someone
    send: (
      bytes: Uint8Array<ArrayBuffer>,
      name: string,
      more?: { as?: Someone; type?: string; about?: Record<string, string> },
    ) => Promise<Sent>
    get: (id: string, as?: Someone) => Promise<Response>
    files: () => Promise<string[]>
  }

/** Oslo's questionnaire, and the routes by which its lead sends files and gets them back. */
export async function placeOf(database: TestDatabase): Promise<Place> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-evidence-'))
  const scene = await answeringScene(database, { dataDir })
  const entry = scene.entries.Oslo ?? ''
  const lead = await scene.seat('lead', 'lead', { entry })
  let asking = lead
  const fastify = Fastify()
  answerErrors(fastify)
  await fastify.register(evidenceRoutes, { contextOf: async () => asking.ctx })
  const url = await fastify.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...scene,
    entry,
    dataDir,
    lead,
    send: async (bytes, name, { as = lead, type = '', about = {} } = {}) => {
      asking = as
      const body = new FormData()
      body.append('file', new Blob([bytes], { type }), name)
      const of = { round: scene.round, entry, question: 'plan', layer: 'claim', ...about }
      const answer = await fetch(`${url}/api/evidence?${new URLSearchParams(of)}`, { method: 'POST', body })
      return { status: answer.status, body: (await answer.json()) as Sent['body'] }
    },
    get: (id, as = lead) => {
      asking = as
      return fetch(`${url}/api/evidence/${encodeURIComponent(id)}`)
    },
    files: () => readdir(join(dataDir, 'uploads')).catch(() => []),
    [Symbol.asyncDispose]: async () => {
      await fastify.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** Why a request was refused. */
export const reasonOf = (request: Promise<unknown>) =>
  request.then(
    () => undefined,
    (error: { cause?: { reason?: { code: string; message: string } } }) =>
      error.cause?.reason ?? String(error),
  )

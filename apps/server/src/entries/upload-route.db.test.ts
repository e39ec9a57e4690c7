import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify, { type FastifyInstance } from 'fastify'
import { expect, it } from 'vitest'
import type { Context } from '../context.ts'
import { eachDialect, type TestDatabase } from '../db/each-dialect.ts'
import { answerErrors } from '../http/errors.ts'
import { MAX_UPLOAD } from '../http/sent-file.ts'
import { preview } from './preview-file.ts'
import { type Scene, sceneOf } from './scene.ts'
import { uploadRoutes } from './upload-route.ts'

type Place = Scene &
  AsyncDisposable & {
    dataDir: string
    send: (body: FormData | string, as?: Context, type?: string) => Promise<Response>
  }

const placeOf = async (database: TestDatabase): Promise<Place> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-upload-'))
  const scene = sceneOf(database, { dataDir })
  let asking = scene.organiser
  const fastify: FastifyInstance = Fastify()
  answerErrors(fastify)
  await fastify.register(uploadRoutes, { contextOf: async () => asking })
  const url = await fastify.listen({ port: 0, host: '127.0.0.1' })
  return {
    ...scene,
    dataDir,
    send: (body, as = scene.organiser, type) => {
      asking = as
      const headers = type === undefined ? {} : { 'content-type': type }
      return fetch(`${url}/api/upload`, { method: 'POST', body, headers })
    },
    [Symbol.asyncDispose]: async () => {
      await fastify.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

const form = (bytes: Uint8Array<ArrayBuffer>, name = 'answers.csv'): FormData => {
  const data = new FormData()
  data.append('file', new Blob([bytes]), name)
  return data
}
const csv = (text: string) => form(new TextEncoder().encode(text))

eachDialect('uploads', open => {
  it('keep a file for its sender alone, until a day has gone', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const round = await place.openedRound()
    const answer = await place.send(csv('unit;plan\n0511;yes\n'))
    const { uploadId, size } = (await answer.json()) as { uploadId: string; size: number }
    expect([answer.status, size]).toEqual([201, 19])
    const read = await preview(place.organiser, { round, file: { uploadId } })
    expect([read.fileName, read.good]).toEqual(['answers.csv', 1])
    const other = { ...place.organiser, user: { id: 'colleague', name: 'c', email: 'c@tumstock.example' } }
    await expect(preview(other, { round, file: { uploadId } })).rejects.toThrow('There is no uploaded file')

    const later = { ...place.organiser, now: () => '2014-06-03T12:00:00.000Z' }
    await place.send(csv('unit;plan\n0301;yes\n'), later)
    expect((await readdir(join(place.dataDir, 'uploads'))).includes(uploadId)).toBe(false)
    expect(await database.db.selectFrom('importPreview').select('token').execute()).toEqual([])
  })

  it.each([
    ['by its length', 3 * MAX_UPLOAD],
    ['as it comes in', MAX_UPLOAD + 1],
  ])('refuse a file that is too large, %s, in one clear line, and store nothing', async (_, size) => {
    await using database = await open()
    await using place = await placeOf(database)
    const answer = await place.send(form(new Uint8Array(size)))
    expect([answer.status, await answer.json()]).toEqual([
      413,
      {
        code: 'too-large',
        message: 'The file is larger than 20 MB, the most that is taken. Nothing was stored.',
      },
    ])
    expect(await readdir(place.dataDir)).toEqual([])
  })

  it('are for those who may import', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const status = async (as: Context) => (await place.send(csv('unit\n'), as)).status
    expect([await status(place.stranger), await status({ ...place.organiser, role: 'viewer' })]).toEqual([
      401, 403,
    ])
    expect(await readdir(place.dataDir)).toEqual([])
  })

  it.each([
    [
      'breaks off',
      'boundary=x',
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nunit\n05',
    ],
    ['is none', 'boundary=x', 'unit;plan'],
    ['has no boundary', 'charset=utf-8', 'unit;plan'],
  ])('refuse a form that %s in one line, and store nothing', async (_, parameter, body) => {
    await using database = await open()
    await using place = await placeOf(database)
    const answer = await place.send(body, place.organiser, `multipart/form-data; ${parameter}`)
    const { code, message } = (await answer.json()) as { code: string; message: string }
    expect([answer.status, code, message.split(':')[0]]).toEqual([
      400,
      'bad-input',
      'The form cannot be read, or broke off',
    ])
    expect(await readdir(place.dataDir)).toEqual([])
  })

  it('take a name that no database can hold for none', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const name =
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a\0b.csv"\r\n\r\nunit\n0511\r\n--x--\r\n'
    expect((await place.send(name, place.organiser, 'multipart/form-data; boundary=x')).status).toBe(201)
    const kept = await database.db.selectFrom('upload').select('fileName').execute()
    expect(kept).toEqual([{ fileName: 'file' }])
  })

  it('are multipart forms with a file', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const statuses = [await place.send('unit;plan'), await place.send(new FormData())].map(
      answer => answer.status,
    )
    expect(statuses).toEqual([400, 400])
  })
})

import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keepNewest, pointAt, pointName } from './points.ts'

const TIMES = ['2026-11-20T12:00:00.500Z', '2026-11-21T12:00:00.000Z', '2026-11-22T12:00:00.000Z']

async function folderOf(times: readonly string[]) {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-points-'))
  for (const time of times) await writeFile(join(path, pointName(time)), '')
  await writeFile(join(path, 'notes.txt'), '')
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

it('finds the last backup at or before a time, and without a time the last of all', async () => {
  await using folder = await folderOf(TIMES)
  const at = async (time?: string) => (await pointAt(folder.path, time)).at
  expect([
    await at(),
    await at('2026-11-22T12:00:00.000Z'),
    await at('2026-11-22T11:59:59.999Z'),
    await at('2026-11-20T12:00:00.500Z'),
  ]).toEqual(['2026-11-22T12:00:00Z', '2026-11-22T12:00:00Z', '2026-11-21T12:00:00Z', '2026-11-20T12:00:00Z'])
  await expect(at('2026-11-01T00:00:00.000Z')).rejects.toThrow('The oldest is from 2026-11-20T12:00:00Z.')
})

it('says so where there is no backup', async () => {
  await using folder = await folderOf([])
  await expect(pointAt(folder.path, undefined)).rejects.toThrow(`${folder.path} holds no backup.`)
})

it('keeps the newest, and nothing but backups goes', async () => {
  await using folder = await folderOf(TIMES)
  expect(await keepNewest(folder.path, 2)).toBe(1)
  expect((await readdir(folder.path)).toSorted()).toEqual([
    'notes.txt',
    'tumstock-2026-11-21T12-00-00Z.tar.gz',
    'tumstock-2026-11-22T12-00-00Z.tar.gz',
  ])
})

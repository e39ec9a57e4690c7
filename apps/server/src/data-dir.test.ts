import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keptSecret, openDataDir, signingSecret } from './data-dir.ts'

async function scratch() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-data-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}
const lineOf = (promise: Promise<unknown>) => promise.then(String, (error: Error) => error.message)

it('makes the folder and those above it for this user alone', async () => {
  await using folder = await scratch()
  const path = await openDataDir(join(folder.path, 'a', 'b'))
  expect([((await stat(path)).mode & 0o777).toString(8), await readdir(path)]).toEqual(['700', ['uploads']])
  expect(await openDataDir(path)).toBe(path)
})

it.skipIf(process.platform !== 'linux')(
  'says in one line that a folder cannot be made, and comes back',
  async () => {
    expect(await lineOf(openDataDir('/proc/tumstock/data'))).toBe(
      'DATA_DIR /proc/tumstock/data cannot be written (ENOENT). Choose a folder that this user may write.',
    )
  },
)

it('keeps the secret that was first, also of several at once', async () => {
  await using folder = await scratch()
  const path = join(folder.path, 'kept')
  const all = await Promise.all(['a', 'b', 'c'].map(secret => keptSecret(path, () => secret)))
  expect(new Set(all)).toEqual(new Set([await readFile(path, 'utf8')]))
  expect([await readdir(folder.path), ((await stat(path)).mode & 0o777).toString(8)]).toEqual([
    ['kept'],
    '600',
  ])
})

it('signs with no secret that was cut off', async () => {
  await using folder = await scratch()
  await writeFile(join(folder.path, 'secret'), '')
  expect(await lineOf(signingSecret(folder.path))).toBe(
    `${join(folder.path, 'secret')} is cut off: it has 0 of 43 characters. Put it back, or delete it and everyone signs in anew.`,
  )
})

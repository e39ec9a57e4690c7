import { expect, test } from 'vitest'
import { groupCommit } from './group-commit.ts'

/** Writes what it is given once it is let, all of it or nothing; odd numbers cannot be written. */
const slowDisk = () => {
  const batches: number[][] = []
  const written: number[] = []
  const waiting: (() => void)[] = []
  const write = async (items: readonly number[]): Promise<string[]> => {
    batches.push([...items])
    await new Promise<void>(resolve => waiting.push(resolve))
    const odd = items.find(item => item % 2 === 1)
    if (odd !== undefined) throw new Error(`${odd} is odd`)
    written.push(...items)
    return items.map(item => `wrote ${item}`)
  }
  /** Lets writes go on until nothing is to be written. */
  const run = async (all: Promise<unknown>[]) => {
    let over = false
    const settled = Promise.allSettled(all).finally(() => {
      over = true
    })
    while (!over) {
      waiting.shift()?.()
      await new Promise(resolve => setImmediate(resolve))
    }
    return settled
  }
  return { batches, written, write, run }
}

test('what arrives while a commit is under way shares the next one, in the order of arrival', async () => {
  const disk = slowDisk()
  const put = groupCommit(disk.write)
  const first = [put(0), put(2)]
  while (disk.batches.length === 0) await new Promise(resolve => setImmediate(resolve))
  const second = [put(4), put(6), put(8)]
  const results = await disk.run([...first, ...second])
  expect(disk.batches).toEqual([
    [0, 2],
    [4, 6, 8],
  ])
  expect(results.map(one => one.status === 'fulfilled' && one.value)).toEqual(
    [0, 2, 4, 6, 8].map(item => `wrote ${item}`),
  )
})

test('what cannot be written is refused alone, and what shared its commit is written', async () => {
  const disk = slowDisk()
  const put = groupCommit(disk.write)
  const results = await disk.run([put(0), put(1), put(2), put(3)])
  expect(results.map(one => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
    'wrote 0',
    'Error: 1 is odd',
    'wrote 2',
    'Error: 3 is odd',
  ])
  expect(disk.written).toEqual([0, 2])
})

test('a rush is written in commits of a size that none waits for too long', async () => {
  const disk = slowDisk()
  const put = groupCommit(disk.write)
  const results = await disk.run(Array.from({ length: 450 }, (_, i) => put(2 * i)))
  expect(disk.batches.map(batch => batch.length)).toEqual([200, 200, 50])
  expect(results.length).toBe(450)
})

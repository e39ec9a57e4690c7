import { expect, test } from 'vitest'
import { tabulate } from '../score/tabulate.ts'
import type { Assumption } from './assumptions.ts'
import { modelFrom, treeOf } from './model.fixture.ts'
import { uncertaintyInThreads } from './threads.ts'
import { uncertainty } from './uncertainty.ts'

const round = treeOf(
  Array.from({ length: 30 }, (_, u) => Array.from({ length: 6 }, (_, i) => ((u * 31 + i * 17) % 101) / 101)),
  'mean',
)
const subject = { rubric: round.rubric, data: tabulate(round.rubric, round.rows) }
const assumptions: Assumption[] = [
  { vary: 'weights', by: 0.4 },
  { vary: 'combine', among: ['mean', 'geometric', 'median'] },
]
const request = { runs: 100, seed: 6, nominees: 3, pairs: true }

test('threads come to what one comes to, and say how far they are', async () => {
  const said: number[] = []
  const ours = await uncertaintyInThreads(subject, assumptions, request, {
    threads: 3,
    onProgress: done => said.push(done),
  })
  expect(ours).toEqual(uncertainty(modelFrom(round, assumptions), request))
  expect(said[said.length - 1]).toBeCloseTo(1)
})

test('they do so where every rank is kept, of fewer runs than units', async () => {
  const few = { ...request, runs: 21 }
  const onKernel: Assumption[] = [{ vary: 'weights', by: 0.4 }]
  for (const threads of [1, 3])
    expect(await uncertaintyInThreads(subject, onKernel, few, { threads })).toEqual(
      uncertainty(modelFrom(round, onKernel), few),
    )
})

test('what cannot be scored is refused, and an abort ends them', async () => {
  const refused = uncertaintyInThreads(subject, assumptions, { ...request, runs: 0 }, { threads: 2 })
  await expect(refused).rejects.toThrow('test@1: 0 runs cannot be drawn. Allowed: 1 and above.')
  const abort = new AbortController()
  const ended = uncertaintyInThreads(
    subject,
    assumptions,
    { ...request, runs: 100_000 },
    {
      threads: 1,
      onProgress: () => abort.abort(new Error('enough')),
      signal: abort.signal,
    },
  )
  await expect(ended).rejects.toThrow('enough')
})

import { expect, test } from 'vitest'
import type { Scoring } from './contract.ts'
import { isOpen, isRelative } from './relative.ts'

test.each<[Scoring, relative: boolean, open: boolean]>([
  [{ by: 'points' }, false, false],
  [{ by: 'linear', from: 0, to: 1 }, false, false],
  [{ by: 'linear', from: 0, to: 1, open: true }, false, true],
  [{ by: 'minmax', range: [0.1, 1] }, true, false],
  [{ by: 'zscore' }, true, false],
  [{ by: 'zscore', open: { mean: 0, sd: 1 } }, true, true],
  [{ by: 'borda' }, true, false],
  [{ by: 'reference', entry: 'a' }, true, true],
  [{ by: 'reference', entry: 'a', cap: true }, true, false],
  [{ by: 'target', target: 3 }, true, true],
  [{ by: 'shareOfBest' }, true, false],
  [{ by: 'function', name: 'f' }, false, false],
])('%j', (scoring, relative, open) => {
  expect([isRelative(scoring), isOpen(scoring)]).toEqual([relative, open])
})

import { expect, test } from 'vitest'
import { BAR, layShares, type SharePanel } from './share-layout.ts'

const panel = (id: string, labels: string[]): SharePanel => ({
  id,
  title: id,
  bars: labels.map(label => ({
    id: label,
    label,
    share: 0.5,
    low: null,
    high: null,
    note: '50 % (40–60), 5 of 10',
  })),
})

test('one column beside its labels, in order and without touching', () => {
  const { beside, bars, scales } = layShares([panel('a', ['Yes', 'Partly', 'No'])], 900)
  expect(beside).toBe(true)
  expect(scales).toHaveLength(1)
  expect(bars.every((bar, at) => at === 0 || bar.top >= bars[at - 1]!.top + BAR)).toBe(true)
  expect(bars.every(bar => bar.labelX < bar.from && bar.noteX > bar.to)).toBe(true)
})

test('several panels stand two abreast where there is room', () => {
  const { bars, scales } = layShares([panel('a', ['x']), panel('b', ['x']), panel('c', ['x'])], 1000)
  expect(scales).toHaveLength(2)
  const [a, b, c] = bars
  expect(a!.top).toBe(b!.top)
  expect(b!.from).toBeGreaterThan(a!.to)
  expect(c!.top).toBeGreaterThan(a!.top)
  expect(c!.from).toBe(a!.from)
})

test('on a phone the words stand above the bar, and label and note have room for each other', () => {
  const long = 'A label that is much longer than a telephone is wide, and goes on'
  const { beside, bars } = layShares([panel('a', [long])], 318)
  expect(beside).toBe(false)
  expect(bars[0]!.labelY).toBeLessThan(bars[0]!.top)
  expect((bars[0]!.text.length + bars[0]!.note.length) * 6.5).toBeLessThan(318)
})

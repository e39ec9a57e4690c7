import { tabulate } from '@tumstock/engine/tabulate'
import { expect, test } from 'vitest'
import { sampleRubric } from '../entries/sample-rubric.ts'
import { generate } from './generate.ts'

const units = Array.from({ length: 400 }, (_, at) => ({
  id: `NO-${String(at).padStart(4, '0')}`,
  population: 300 + at * at,
}))
const made = generate(sampleRubric, units, 7)

test('the same seed gives the same answers, whatever the order of the units', () => {
  expect(generate(sampleRubric, units.toReversed(), 7)).toEqual(made)
  expect(generate(sampleRubric, units, 8)).not.toEqual(made)
})

test('every answer is one that the rubric takes', () => {
  const rows = made.map(entry => ({
    id: entry.unit,
    category: null,
    answers: entry.answers,
    marks: entry.marks,
  }))
  expect(tabulate(sampleRubric, rows).ids.length).toBe(400)
})

test('larger units do better, some answers are open, some units are silent', () => {
  const yes = (from: number, to: number) =>
    made.slice(from, to).filter(entry => entry.answers.plan === 'yes').length
  const silent = made.filter(entry => Object.keys(entry.answers).length === 0).length
  const open = made.filter(
    entry => Object.keys(entry.answers).length > 0 && entry.answers.plan === undefined,
  ).length
  expect([yes(300, 400) > yes(0, 100), silent > 8, silent < 48, open > 2, open < 30]).toEqual([
    true,
    true,
    true,
    true,
    true,
  ])
})

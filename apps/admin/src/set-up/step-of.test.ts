import { expect, test } from 'vitest'
import { standings, stepOf } from './step-of.ts'

test.each([
  ['categories.small.population', 'categories'],
  ['criteria.plan.children.a.weight', 'criteria'],
  ['tieBreak.0', 'criteria'],
  ['questions.q1', 'questions'],
  ['stages.survey', 'stages'],
  ['awards.best.nominees', 'awards'],
  ['referenceDate', 'basics'],
  ['', 'basics'],
])('%s is set in %s', (path, step) => expect(stepOf(path)).toBe(step))

test('each step counts its own, the last one all', () => {
  const problem = (path: string, severity: 'error' | 'warning') => ({
    code: 'x',
    message: '',
    path,
    severity,
  })
  const { stages, criteria, check, texts } = standings([
    problem('stages.survey', 'error'),
    problem('stages.jury', 'warning'),
    problem('criteria.a', 'error'),
  ])
  expect({ stages, criteria, check, texts }).toEqual({
    stages: { errors: 1, warnings: 1 },
    criteria: { errors: 1, warnings: 0 },
    check: { errors: 2, warnings: 1 },
    texts: { errors: 0, warnings: 0 },
  })
})

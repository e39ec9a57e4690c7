import type { Round } from '../rounds/round.ts'
import { STEPS, type Step } from './steps.ts'

type Problem = Round['problems'][number]

const OWNERS: Readonly<Record<string, Step>> = {
  categories: 'categories',
  criteria: 'criteria',
  combine: 'criteria',
  missing: 'criteria',
  tieBreak: 'criteria',
  scale: 'criteria',
  questions: 'questions',
  indicators: 'questions',
  stages: 'stages',
  awards: 'awards',
}

/** The step in which what stands at this path is changed. */
export const stepOf = (path: string): Step => OWNERS[path.split('.')[0] ?? ''] ?? 'basics'

/** How a step stands: nothing to do, worth a look, or so many errors. */
export type Standing = { errors: number; warnings: number }

export const standings = (problems: readonly Problem[]): Record<Step, Standing> => {
  const all = Object.fromEntries(STEPS.map(step => [step, { errors: 0, warnings: 0 }])) as Record<
    Step,
    Standing
  >
  for (const { path, severity } of problems) {
    const count = severity === 'error' ? 'errors' : 'warnings'
    all[stepOf(path)][count]++
    all.check[count]++
  }
  return all
}

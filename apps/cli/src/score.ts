import { evaluate } from '@tumstock/engine/evaluate'
import { evaluateYears } from '@tumstock/engine/evaluate-years'
import { preparedOf } from '@tumstock/engine/prepared'
import { FINDINGS } from './failure.ts'
import { formatOf, put } from './output.ts'
import { readSubjects, type Subject } from './subject.ts'
import { csvOf, jsonOf, type Scored } from './written.ts'

type Options = { rubric: string; data: string; format: string; out?: string }

/** Scores a table with a rubric and writes scores, ranks and every criterion's value, unrounded; of each year that it has. */
export async function score(options: Options): Promise<void> {
  const format = formatOf(options.format)
  const scored = scoreAll(await readSubjects(options))
  await put(format === 'csv' ? csvOf(scored) : jsonOf(scored), options.out)
  const errors = scored.flatMap(({ results }) => results.errors)
  // What a step cannot do to an indicator hits every criterion that reads it and many entries: said once.
  for (const message of new Set(errors.map(({ error }) => error.message)))
    process.stderr.write(`${message}\n`)
  if (errors.length > 0) process.exitCode = FINDINGS
}

/** A table without years is scored by itself; years see each other where the rubric says so. */
function scoreAll(subjects: readonly Subject[]): Scored[] {
  const years = subjects.flatMap(({ year, data, calls }) => (year === null ? [] : [{ year, data, calls }]))
  const plan = subjects[0]?.plan
  if (!plan || years.length === 0)
    return subjects.map(subject => ({
      subject,
      results: evaluate(subject.plan, subject.data, subject.calls),
      prepared: preparedOf(subject.plan, subject.data),
    }))
  const evaluated = evaluateYears(plan, years)
  return subjects.flatMap((subject, at) => {
    const year = evaluated[at]
    return year ? { subject, results: year.results, prepared: year.prepared } : []
  })
}

import { evaluate } from '@tumstock/engine/evaluate'
import { FINDINGS } from './failure.ts'
import { formatOf, put } from './output.ts'
import { readSubject } from './subject.ts'
import { csvOf, jsonOf } from './written.ts'

type Options = { rubric: string; data: string; format: string; out?: string }

/** Scores a table with a rubric and writes scores, ranks and every criterion's value, unrounded. */
export async function score(options: Options): Promise<void> {
  const format = formatOf(options.format)
  const { rubric, rows, plan, data, calls } = await readSubject(options)
  const results = evaluate(plan, data, calls)
  await put(format === 'csv' ? csvOf(rubric, rows, results) : jsonOf(rubric, rows, results), options.out)
  for (const { error } of results.errors) process.stderr.write(`${error.message}\n`)
  if (results.errors.length > 0) process.exitCode = FINDINGS
}

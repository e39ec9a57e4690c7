import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import type { Data } from '@tumstock/engine/data'
import { evaluate } from '@tumstock/engine/evaluate'
import { type CallOutcome, type Calls, callsOf, settleCalls } from '@tumstock/engine/functions'
import { compile, type Plan } from '@tumstock/engine/plan'
import { tabulate } from '@tumstock/engine/tabulate'
import { readTable } from '@tumstock/tables/read-table'
import { TableError } from '@tumstock/tables/table-error'
import { BadInput, FINDINGS } from './failure.ts'
import { type OpenRubric, openRubric } from './open-rubric.ts'
import { type NamedRow, rowsOf } from './rows.ts'
import { csvOf, jsonOf } from './written.ts'

type Options = { rubric: string; data: string; format: string; out?: string }

/** Scores a table with a rubric and writes scores, ranks and every criterion's value, unrounded. */
export async function score({ rubric: name, data: path, format, out }: Options): Promise<void> {
  if (format !== 'csv' && format !== 'json')
    throw new BadInput(`--format ${format}: allowed are csv and json.`)
  const open = await openRubric(name)
  try {
    const rows = await readRows(open, path)
    const plan = compile(open.rubric)
    const data = tabulate(open.rubric, rows)
    const results = evaluate(plan, data, await callAll(open, plan, data))
    const text = format === 'csv' ? csvOf(open.rubric, rows, results) : jsonOf(open.rubric, rows, results)
    if (out === undefined) process.stdout.write(text)
    else await write(out, text)
    for (const { error } of results.errors) process.stderr.write(`${error.message}\n`)
    if (results.errors.length > 0) process.exitCode = FINDINGS
  } finally {
    await open.plugin?.close()
  }
}

async function readRows({ rubric }: OpenRubric, path: string): Promise<NamedRow[]> {
  if (!existsSync(path)) throw new BadInput(`--data ${path}: there is no such file.`)
  const bytes = await readFile(path).catch((cause: Error) => {
    throw new BadInput(`--data ${path}: cannot be read (${cause.message}).`)
  })
  try {
    const rows = rowsOf(rubric, await readTable(bytes), path)
    if (rows.length === 0)
      throw new BadInput(`${path}: there is a header and no row. One row per unit is wanted.`)
    return rows
  } catch (problem) {
    if (problem instanceof TableError) throw new BadInput(`${path}: ${problem.message}`)
    throw problem
  }
}

async function write(path: string, text: string) {
  try {
    await writeFile(path, text)
  } catch (cause) {
    throw new BadInput(
      `--out ${path}: cannot be written (${cause instanceof Error ? cause.message : cause}).`,
    )
  }
}

/** A rubric's functions run in the plugin's own process. */
async function callAll({ rubric, plugin }: OpenRubric, plan: Plan, data: Data): Promise<Calls> {
  const batches = callsOf(plan, data)
  const outcomes = new Map<string, readonly CallOutcome[]>()
  if (plugin)
    for (const { path, fn, answers } of batches)
      outcomes.set(path, await plugin.call(rubric.edition, fn, answers))
  return settleCalls(plan, data, batches, outcomes)
}

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Data } from '@tumstock/engine/data'
import { type CallOutcome, type Calls, callsOf, settleCalls } from '@tumstock/engine/functions'
import { compile, type Plan } from '@tumstock/engine/plan'
import { tabulate } from '@tumstock/engine/tabulate'
import type { RubricData } from '@tumstock/rubric/contract'
import { readTable } from '@tumstock/tables/read-table'
import { TableError } from '@tumstock/tables/table-error'
import { BadInput } from './failure.ts'
import { type OpenRubric, openRubric } from './open-rubric.ts'
import { type NamedRow, rowsOf } from './rows.ts'

/** A rubric and a table that was read with it: what scoring and every analysis start from. */
export type Subject = {
  rubric: RubricData
  rows: readonly NamedRow[]
  plan: Plan
  data: Data
  calls: Calls
}

/** Reads both and runs the rubric's functions; the plugin's process has ended when this returns. */
export async function readSubject({
  rubric: name,
  data: path,
}: {
  rubric: string
  data: string
}): Promise<Subject> {
  const open = await openRubric(name)
  try {
    const { rubric } = open
    const rows = await readRows(open, path)
    const plan = compile(rubric)
    const data = tabulate(rubric, rows)
    return { rubric, rows, plan, data, calls: await callAll(open, plan, data) }
  } finally {
    await open.plugin?.close()
  }
}

async function readRows({ rubric }: OpenRubric, path: string): Promise<NamedRow[]> {
  const bytes = await bytesOf('--data', path)
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

/** A file that an option names. */
export async function bytesOf(option: string, path: string): Promise<Buffer> {
  if (!existsSync(path)) throw new BadInput(`${option} ${path}: there is no such file.`)
  return await readFile(path).catch((cause: Error) => {
    throw new BadInput(`${option} ${path}: cannot be read (${cause.message}).`)
  })
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

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

/** A rubric and the rows of one year, or of a table that names none: what scoring and every analysis start from. */
export type Subject = {
  rubric: RubricData
  year: number | null
  rows: readonly NamedRow[]
  plan: Plan
  data: Data
  calls: Calls
}

type Files = { rubric: string; data: string }

/** Reads both and runs the rubric's functions; one subject per year, the earliest first. */
export async function readSubjects(files: Files): Promise<readonly Subject[]> {
  const open = await openRubric(files.rubric)
  try {
    const { rubric } = open
    const rows = await readRows(open, files.data)
    const plan = compile(rubric)
    const years = [...Map.groupBy(rows, ({ year }) => year)].sort(([a], [b]) => (a ?? 0) - (b ?? 0))
    const subjects: Subject[] = []
    for (const [year, rows] of years) {
      const data = tabulate(rubric, rows)
      subjects.push({ rubric, year, rows, plan, data, calls: await callAll(open, plan, data) })
    }
    return subjects
  } finally {
    await open.plugin?.close()
  }
}

/** The one year that is analysed: the only one that there is, or the one that `--year` names. */
export async function readSubject({ year, ...files }: Files & { year?: string }): Promise<Subject> {
  const subjects = await readSubjects(files)
  const years = subjects.map(subject => subject.year)
  const found =
    year === undefined && subjects.length === 1
      ? subjects[0]
      : subjects.find(one => String(one.year) === year)
  if (found) return found
  if (years.includes(null)) throw new BadInput(`--year ${year}: ${files.data} has no column "year".`)
  const given =
    year === undefined
      ? `${files.data} has several years: name one with --year`
      : `--year ${year}: no such year`
  throw new BadInput(`${given}. Allowed: ${years.join(', ')}.`)
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

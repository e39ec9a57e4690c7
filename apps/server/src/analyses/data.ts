import type { CallOutcome } from '@tumstock/engine/functions'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import type { Context } from '../context.ts'
import { type Participant, rowsOf } from '../entries/rows.ts'
import { answeredIn, sourcesOf, standingOf } from './sources.ts'

/** Cells that a browser is sent; a round with more is analysed here. About 15,000 entries of 60 indicators. */
const MOST_CELLS = 1_000_000

/** One list over the entries for each thing that is read; null where there is nothing. */
type Columns<T> = Record<string, (T | null)[]>

/** What the engine needs to compute an analysis wherever it runs, and the hash that says which results it is about. */
export type AnalysisData = {
  inputHash: string
  rubric: RubricData
  ids: string[]
  names: string[]
  /** Category of each entry; null for none. */
  categories: (string | null)[]
  /** Ids of those that are scored and not ranked. */
  unranked: string[]
  answers: Columns<AnswerValue>
  /** By criterion path. */
  marks: Columns<readonly number[]>
  /** What the functions came to, by criterion path, in the order of the calls that the engine's `callsOf` lists. */
  outcomes: Record<string, readonly CallOutcome[]>
}

/** A large round says where it is analysed, and nothing else of it is sent. */
export type AnalysisDataView =
  | ({ where: 'browser' } & AnalysisData)
  | { where: 'server'; entries: number; cells: number; most: number }

/** What a browser needs to analyse a round itself. */
export async function analysisData(ctx: Context, id: string): Promise<AnalysisDataView> {
  const standing = await standingOf(ctx, id)
  const answered = await answeredIn(ctx, standing)
  const { rubric, entries } = answered
  const asked = needed(rubric)
  const cells = entries.length * asked.length
  if (cells > MOST_CELLS) return { where: 'server', entries: entries.length, cells, most: MOST_CELLS }
  const { outcomes } = await sourcesOf(ctx, standing, answered)
  return {
    where: 'browser',
    inputHash: standing.inputHash,
    rubric,
    ...columnsOf(rubric, entries, asked),
    outcomes: Object.fromEntries(outcomes),
  }
}

/** What scoring can look at: all but free text that no criterion reads. */
const needed = (rubric: RubricData): string[] => {
  const read = new Set(leaves(rubric).flatMap(({ criterion }) => criterion.reads))
  const isFree = (type: string) => ['text', 'date', 'url', 'file'].includes(type)
  const questions = Object.entries(rubric.questions).flatMap(([key, { type }]) =>
    isFree(type) && !read.has(key) ? [] : [key],
  )
  return [...questions, ...Object.keys(rubric.indicators)]
}

const columnsOf = (rubric: RubricData, entries: readonly Participant[], asked: readonly string[]) => {
  const rows = rowsOf(rubric, entries)
  const marked = leaves(rubric).flatMap(({ path, criterion }) =>
    criterion.scoring.by === 'panel' ? [path] : [],
  )
  return {
    ids: rows.map(row => row.id),
    names: entries.map(one => one.name),
    categories: rows.map(row => row.category),
    unranked: rows.flatMap(row => (row.unranked ? [row.id] : [])),
    answers: Object.fromEntries(asked.map(key => [key, rows.map(row => row.answers[key] ?? null)])),
    marks: Object.fromEntries(marked.map(path => [path, rows.map(row => row.marks?.[path] ?? null)])),
  }
}

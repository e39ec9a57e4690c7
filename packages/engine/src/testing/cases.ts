import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { lineOf } from '@tumstock/rubric/error'
import { z } from 'zod'
import { type Scored, type Subject, score } from './subject.ts'

/** Largest difference between a number worked out by hand and the engine's, on a scale of 1. */
const TOLERANCE = 1e-12

const answer = z.union([z.number(), z.string(), z.array(z.string()), z.null()])

/** A worked example in `cases/*.json`: entries, and what they score by the award's own account or by hand. */
const caseFile = z.strictObject({
  edition: z.string(),
  title: z.string().min(1),
  /** Where the expected numbers are from: a document, or how they were worked out. Never this engine. */
  source: z.string().min(1),
  entries: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        category: z.string().nullable(),
        answers: z.record(z.string(), answer),
        marks: z.record(z.string(), z.array(z.number())).exactOptional(),
        expect: z.strictObject({
          /** Total on the rubric's scale; null = no score. */
          points: z.number().nullable().exactOptional(),
          rank: z.int().exactOptional(),
          categoryRank: z.int().exactOptional(),
          /** By criterion path, 0..1; null = no score. */
          criteria: z.record(z.string(), z.number().nullable()).exactOptional(),
        }),
      }),
    )
    .min(1),
})

type Case = z.infer<typeof caseFile>
type CaseEntry = Case['entries'][number]

type NamedCase = { file: string; text: string }

const filesIn = async (folder: string): Promise<NamedCase[]> => {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const files = names.filter(name => name.endsWith('.json')).sort()
  return Promise.all(
    files.map(async name => ({ file: `cases/${name}`, text: await readFile(join(folder, name), 'utf8') })),
  )
}

const parsed = ({ file, text }: NamedCase): Case | string => {
  try {
    const result = caseFile.safeParse(JSON.parse(text))
    return result.success ? result.data : `${file}: ${z.prettifyError(result.error)}`
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return `${file}: is not JSON: ${error.message}`
  }
}

const near = (found: number, expected: number | null): boolean =>
  expected === null ? Number.isNaN(found) : Math.abs(found - expected) <= TOLERANCE

const mismatches = ({ plan, results }: Scored, entry: CaseEntry, index: number): string[] => {
  const { points, rank, categoryRank, criteria } = entry.expect
  const found: string[] = []
  const differ = (what: string, expected: number | null, actual: number | undefined): void => {
    found.push(`entry “${entry.id}”: ${what} is ${actual}, expected ${expected}.`)
  }
  const total = results.total.values[index] ?? Number.NaN
  if (points !== undefined && !near(total, points === null ? null : points / plan.max))
    differ('points', points, total * plan.max)
  if (rank !== undefined && results.rank[index] !== rank) differ('rank', rank, results.rank[index])
  if (categoryRank !== undefined && results.categoryRank[index] !== categoryRank)
    differ('categoryRank', categoryRank, results.categoryRank[index])
  for (const [path, expected] of Object.entries(criteria ?? {})) {
    const value = results.nodes.get(path)?.values[index]
    if (value === undefined) found.push(`entry “${entry.id}”: there is no criterion “${path}”.`)
    else if (!near(value, expected)) differ(path, expected, value)
  }
  if (Object.keys(entry.expect).length === 0) found.push(`entry “${entry.id}”: expects nothing.`)
  return found
}

/** Files in `cases/` that are no case, name no edition, or say the same twice. */
export const findCaseFiles = async (folder: string, editions: readonly string[]): Promise<string[]> => {
  const id = basename(folder)
  const seen = new Map<string, string>()
  return (await filesIn(join(folder, 'cases'))).flatMap(named => {
    const result = parsed(named)
    if (typeof result === 'string') return [`${id} › ${result}`]
    if (!editions.includes(result.edition))
      return [lineOf(id, named.file, `edition “${result.edition}” is none of ${editions.join(', ')}.`)]
    const content = JSON.stringify([result.edition, result.entries])
    const twin = seen.get(content)
    seen.set(content, named.file)
    return twin === undefined ? [] : [lineOf(id, named.file, `is the same case as ${twin}.`)]
  })
}

/** Every case of the edition gives the expected numbers, to 1e-12. */
export const findCases = async (subject: Subject): Promise<string[]> => {
  const found: string[] = []
  for (const named of await filesIn(join(subject.plugin.folder, 'cases'))) {
    const one = parsed(named)
    if (typeof one === 'string' || one.edition !== subject.rubric.edition) continue
    const rows = one.entries.map(({ expect: _, ...row }) => row)
    const scored = await score(subject, rows)
    for (const [i, entry] of one.entries.entries())
      found.push(...mismatches(scored, entry, i).map(says => lineOf(subject.name, named.file, says)))
  }
  return found
}

import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type Problem, problemOf } from '../problem.ts'
import type { RecordedRound } from '../record.ts'
import { parseLocale, parseRecord } from '../schema.ts'
import type { Locale } from '../text.ts'
import { notPlain } from './plain.ts'

const UTF8 = new TextDecoder('utf-8', { fatal: true })

/** What a JSON file holds, or why it cannot be read. */
export const readJson = async (
  file: string,
  about: string,
): Promise<{ value: unknown } | { problems: Problem[] }> => {
  try {
    // Takes a byte order mark off, and says so where the file is in another encoding.
    const value: unknown = JSON.parse(UTF8.decode(await readFile(file)))
    const finding = notPlain(value)
    return finding === null ? { value } : { problems: [problemOf(about, finding)] }
  } catch (error) {
    const says = `cannot be read as JSON: ${error instanceof Error ? error.message : String(error)}.`
    return { problems: [problemOf(about, { code: 'bad-file', path: basename(file), says })] }
  }
}

type Parsed<T> = { name: string; value: T }

/** Each JSON file of a folder, parsed; a folder that is not there holds none. */
const readAll = async <T>(
  folder: string,
  parse: (value: unknown, about: string) => { value: T } | { problems: readonly Problem[] },
  problems: Problem[],
): Promise<Parsed<T>[]> => {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const parsed: Parsed<T>[] = []
  for (const file of files.filter(name => name.endsWith('.json')).sort()) {
    const about = `${basename(join(folder, '..'))} › ${basename(folder)}/${file}`
    const read = await readJson(join(folder, file), about)
    const result = 'problems' in read ? read : parse(read.value, about)
    if ('problems' in result) problems.push(...result.problems)
    else parsed.push({ name: basename(file, '.json'), value: result.value })
  }
  return parsed
}

/** `locales/<lang>.json` of a plugin; what is wrong with them is added to `problems`. */
export const readLocales = async (folder: string, problems: Problem[]): Promise<Record<string, Locale>> => {
  const files = await readAll<Locale>(
    join(folder, 'locales'),
    (value, about) => {
      const parsed = parseLocale(value, about)
      return 'problems' in parsed ? parsed : { value: parsed.locale }
    },
    problems,
  )
  return Object.fromEntries(files.map(({ name, value }) => [name, value]))
}

/** `rounds/<edition>.json` of a plugin; what is wrong with them is added to `problems`. */
export const readRounds = async (folder: string, problems: Problem[]): Promise<RecordedRound[]> => {
  const files = await readAll<RecordedRound>(
    join(folder, 'rounds'),
    (value, about) => {
      const parsed = parseRecord(value, about)
      return 'problems' in parsed ? parsed : { value: parsed.record }
    },
    problems,
  )
  for (const { name, value } of files)
    if (name !== value.edition)
      problems.push(
        problemOf(basename(folder), {
          code: 'bad-id',
          path: `rounds/${name}.json`,
          says: `is about edition “${value.edition}”. The file has the edition's name.`,
        }),
      )
  return files.map(file => file.value)
}

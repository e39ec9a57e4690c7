/** Plugins from disk: the only part of this package that touches files and processes. */
import { existsSync, readdirSync } from 'node:fs'
import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { check, checkRecord } from '../check.ts'
import type { RubricData } from '../contract.ts'
import { frameworkById } from '../framework.ts'
import { type Problem, problemOf } from '../problem.ts'
import type { RecordedRound } from '../record.ts'
import { parsePlugin, parseRubric } from '../schema.ts'
import type { Locales } from '../text.ts'
import { readJson, readLocales, readRounds } from './files.ts'
import { type Functions, functionsIn } from './functions.ts'
import { HostProcess } from './host-process.ts'
import type { HostedEdition } from './protocol.ts'

export type LoadedEdition = {
  rubric: RubricData
  /** Names of its functions. */
  functions: readonly string[]
  /** SHA-256 of the modules that hold them: `editions/<edition>.ts` and what it imports. Null without functions. */
  functionsHash: string | null
  /** What `check` and `checkRecord` say; the edition is usable when none is an error. */
  problems: readonly Problem[]
  locales: Locales
}

export type LoadedPlugin = {
  id: string
  folder: string
  editions: readonly LoadedEdition[]
  rounds: readonly RecordedRound[]
  /** One result per entry, in order; each entry brings only what the criterion reads. Does not reject for what a function does. */
  call: Functions['call']
  close: Functions['close']
}

export type FailedPlugin = { id: string; folder: string; error: readonly Problem[] }

export type OpenPlugin = LoadedPlugin | FailedPlugin

/** Milliseconds: to load (5000), and for a batch on top of one per entry (1000). */
export type LoadOptions = { loadTimeout?: number; callTimeout?: number }

/**
 * Opens `<folder>/plugin.ts` with its locales and recorded rounds. The code runs in a process of its own that may read
 * the plugin and this package and nothing else; only data comes back. Close it when done.
 *
 * SECURITY: this contains accidents (endless loops, stray reads, crashes). It is not a sandbox: a plugin with functions is
 * code and has to be reviewed before it is put where the server looks for plugins.
 */
export const openPlugin = async (folder: string, options: LoadOptions = {}): Promise<OpenPlugin> => {
  const id = basename(folder)
  const { loadTimeout = 5000, callTimeout = 1000 } = options
  const failed = (error: readonly Problem[]): FailedPlugin => ({ id, folder, error })
  if (!existsSync(join(folder, 'plugin.ts')))
    return failed([
      problemOf(id, { code: 'bad-file', path: 'plugin.ts', says: 'there is no such file. It is required.' }),
    ])
  const started = await start(await realpath(folder), loadTimeout)
  if ('problem' in started) return failed([problemOf(`${id} › plugin.ts`, started.problem)])
  try {
    return await openStarted(folder, started, { loadTimeout, callTimeout })
  } catch (error) {
    // Whatever is wrong with one plugin, those beside it go on.
    await started.host.end()
    const why = error instanceof Error ? error.message : String(error)
    return failed([problemOf(id, { code: 'bad-file', path: '', says: `cannot be opened: ${why}.` })])
  }
}

const openStarted = async (
  folder: string,
  started: Started,
  { loadTimeout, callTimeout }: Required<LoadOptions>,
): Promise<OpenPlugin> => {
  const id = basename(folder)
  const problems: Problem[] = []
  const locales = await readLocales(folder, problems)
  const rounds = await readRounds(folder, problems)
  const editions = editionsOf(started, id, problems)
  problems.push(...strays(id, editions, { locales, rounds }))
  if (problems.length > 0 || !editions.some(edition => edition.functions.length > 0)) await started.host.end()
  if (problems.length > 0) return { id, folder, error: problems }
  const functions = functionsIn({
    id,
    host: editions.some(edition => edition.functions.length > 0) ? started.host : null,
    restart: async () => {
      const again = await start(await realpath(folder), loadTimeout)
      if ('problem' in again) return null
      const same = again.editions.map(hashed).join() === started.editions.map(hashed).join()
      if (!same) await again.host.end()
      return same ? again.host : null
    },
    limit: callTimeout,
  })
  const loaded = editions.map(edition => checked(edition, { locales, rounds }))
  return { id, folder, editions: loaded, rounds, call: functions.call, close: functions.close }
}

const hashed = (edition: HostedEdition): string => `${edition.functions}:${edition.hash}`

type Started = { host: HostProcess; id: unknown; editions: readonly HostedEdition[] }

const start = async (
  folder: string,
  limit: number,
): Promise<Started | { problem: Parameters<typeof problemOf>[1] }> => {
  const host = new HostProcess(folder)
  const reply = await host.ask({ kind: 'load', file: join(folder, 'plugin.ts') }, limit)
  if (reply.kind === 'loaded') return { host, id: reply.id, editions: reply.editions }
  await host.end()
  switch (reply.kind) {
    case 'refused':
      return { problem: reply.finding }
    case 'timeout':
      return {
        problem: {
          code: 'load-timeout',
          path: '',
          says: `did not finish loading within ${limit} ms. It may not wait or loop.`,
        },
      }
    default:
      return {
        problem: {
          code: 'load-threw',
          path: '',
          says: `ended its process while it was loaded${'why' in reply ? `: ${reply.why}` : ''}.`,
        },
      }
  }
}

type Parsed = { rubric: RubricData; functions: readonly string[]; functionsHash: string | null }

const editionsOf = (started: Started, id: string, problems: Problem[]): Parsed[] => {
  const outer = parsePlugin({ id: started.id, editions: started.editions }, `${id} › plugin.ts`)
  if ('problems' in outer) problems.push(...outer.problems)
  else if (outer.plugin.id !== id)
    problems.push(
      problemOf(id, {
        code: 'bad-id',
        path: 'id',
        says: `is “${outer.plugin.id}”. It has to be the folder's name, “${id}”.`,
      }),
    )
  const editions: Parsed[] = []
  for (const { data, functions, hash } of started.editions) {
    const parsed = parseRubric(data)
    if ('problems' in parsed) {
      problems.push(...parsed.problems)
      continue
    }
    const { rubric } = parsed
    if (rubric.id !== id)
      problems.push(
        problemOf(`${id}@${rubric.edition}`, {
          code: 'bad-id',
          path: 'id',
          says: `is “${rubric.id}”. Each edition has the plugin's id, “${id}”.`,
        }),
      )
    if (editions.some(other => other.rubric.edition === rubric.edition))
      problems.push(
        problemOf(id, {
          code: 'duplicate',
          path: 'editions',
          says: `two are named “${rubric.edition}”. Each edition has its own name.`,
        }),
      )
    editions.push({ rubric, functions, functionsHash: hash })
  }
  return editions
}

type Found = { locales: Locales; rounds: readonly RecordedRound[] }

const checked = (edition: Parsed, { locales, rounds }: Found): LoadedEdition => {
  const { rubric, functions } = edition
  const round = rounds.find(record => record.edition === rubric.edition)
  const problems = check(rubric, frameworkById(rubric.framework), locales, functions)
  if (round !== undefined) problems.push(...checkRecord(rubric, round, locales))
  return { ...edition, problems, locales }
}

/** Rounds and translations of editions that there are not. */
const strays = (id: string, editions: readonly Parsed[], found: Found): Problem[] => {
  const names = editions.map(edition => edition.rubric.edition)
  const allowed = `Editions: ${names.join(', ')}.`
  const rounds = found.rounds.filter(record => !names.includes(record.edition))
  const translated = Object.entries(found.locales).flatMap(
    ([language, { editions: own = {}, rounds: past = {} }]) =>
      [...Object.keys(own), ...Object.keys(past)].map(edition => ({ language, edition })),
  )
  return [
    ...rounds.map(({ edition }) =>
      problemOf(id, {
        code: 'unknown-reference',
        path: `rounds/${edition}.json`,
        says: `there is no such edition. ${allowed}`,
      }),
    ),
    ...translated
      .filter(({ edition }) => !names.includes(edition))
      .map(({ language, edition }) =>
        problemOf(id, {
          code: 'locale-orphan',
          path: `locales/${language}.json`,
          says: `there is no edition “${edition}”. ${allowed}`,
        }),
      ),
  ]
}

/** The folders beneath `root` that hold a `plugin.ts`, by name. */
export const findPlugins = (root: string): string[] =>
  readdirSync(root, { withFileTypes: true })
    .map(entry => join(root, entry.name))
    .filter(folder => existsSync(join(folder, 'plugin.ts')))
    .sort()

/** A rubric without functions from a JSON file. */
export const loadRubricFile = async (
  path: string,
): Promise<LoadedEdition | { problems: readonly Problem[] }> => {
  const read = await readJson(path, basename(path))
  if ('problems' in read) return read
  const parsed = parseRubric(read.value)
  if ('problems' in parsed) return parsed
  const problems = check(parsed.rubric, frameworkById(parsed.rubric.framework))
  return { rubric: parsed.rubric, functions: [], functionsHash: null, problems, locales: {} }
}

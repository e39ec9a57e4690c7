import { type LoadedPlugin, openPlugin } from '@tumstock/rubric/load'
import { findExplanations, findManners, findScores } from './behaviour.ts'
import { findCaseFiles, findCases } from './cases.ts'
import { findProblems, findReasons, findStrayTranslations, findTranslations } from './definition.ts'
import { findDirection } from './direction.ts'
import { findDocument } from './document-file.ts'
import { findFacts } from './facts.ts'
import { type Subject, subjectsOf } from './subject.ts'

/** What is looked at; each name completes "the plugin …" or "the edition …". */
export type KitCheck = {
  /** Plugin id or `id@edition`. */
  about: string
  name: string
  find: () => string[] | Promise<string[]>
}

export type Finding = { about: string; check: string; message: string }

type Find = (subject: Subject) => string[] | Promise<string[]>
type Named = readonly [name: string, find: Find]

const FITS: Named = ['fits together', findProblems]

const OF_DEFINITION: readonly Named[] = [
  ['is complete in its languages', findTranslations],
  ['gives a reason for every criterion', findReasons],
  ['reproduces or explains its published facts', findFacts],
]

/** They say nothing new about an edition that cannot score. */
const OF_SCORES: readonly Named[] = [
  ['scores the same again and in any order', findManners],
  ['follows the declared direction', findDirection],
  ['explains every score', findExplanations],
  ['gives the numbers of its cases', findCases],
]

const checksOfEdition = (subject: Subject): KitCheck[] => {
  const named = ([name, find]: Named): KitCheck => ({
    about: subject.name,
    name,
    find: async () => find(subject),
  })
  if (subject.loaded.problems.some(({ severity }) => severity === 'error')) return [named(FITS)]
  let scores: Promise<string[]> | undefined
  const scoresOnce = (): Promise<string[]> => {
    scores ??= findScores(subject)
    return scores
  }
  const afterScores = ([name, find]: Named): Named => [
    name,
    async () => ((await scoresOnce()).length > 0 ? [] : find(subject)),
  ]
  return [
    FITS,
    ...OF_DEFINITION,
    ['scores generated entries from 0 to 1', scoresOnce] as const,
    ...OF_SCORES.map(afterScores),
  ].map(named)
}

/** All checks of a loaded plugin, none run yet. Only what loads can be looked at further. */
export const checksOf = (plugin: LoadedPlugin): KitCheck[] => {
  const editions = plugin.editions.map(({ rubric }) => rubric.edition)
  return [
    { about: plugin.id, name: 'has a fresh RUBRIC.md', find: () => findDocument(plugin) },
    { about: plugin.id, name: 'translates its own rounds only', find: () => findStrayTranslations(plugin) },
    { about: plugin.id, name: 'has well-formed cases', find: () => findCaseFiles(plugin.folder, editions) },
    ...subjectsOf(plugin).flatMap(checksOfEdition),
  ]
}

/**
 * Everything that keeps the plugin in `folder` from being a good one; empty when all is well. Its code runs in a process
 * of its own with time limits, as on the server.
 */
export const conform = async (folder: string): Promise<Finding[]> => {
  const plugin = await openPlugin(folder)
  if ('error' in plugin)
    return plugin.error.map(({ message }) => ({ about: plugin.id, check: 'loads', message }))
  try {
    const findings: Finding[] = []
    for (const { about, name, find } of checksOf(plugin))
      findings.push(...(await find()).map(message => ({ about, check: name, message })))
    return findings
  } finally {
    await plugin.close()
  }
}

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

const OF_EDITION: readonly (readonly [
  name: string,
  find: (subject: Subject) => string[] | Promise<string[]>,
])[] = [
  ['fits together', findProblems],
  ['is complete in its languages', findTranslations],
  ['gives a reason for every criterion', findReasons],
  ['scores generated entries from 0 to 1', findScores],
  ['scores the same again and in any order', findManners],
  ['follows the declared direction', findDirection],
  ['explains every score', findExplanations],
  ['reproduces or explains its published facts', findFacts],
  ['gives the numbers of its cases', findCases],
]

/** All checks of a loaded plugin, none run yet. Only what loads can be looked at further. */
export const checksOf = (plugin: LoadedPlugin): KitCheck[] => {
  const editions = plugin.editions.map(({ rubric }) => rubric.edition)
  return [
    { about: plugin.id, name: 'has a fresh RUBRIC.md', find: () => findDocument(plugin) },
    { about: plugin.id, name: 'translates its own editions only', find: () => findStrayTranslations(plugin) },
    { about: plugin.id, name: 'has well-formed cases', find: () => findCaseFiles(plugin.folder, editions) },
    ...subjectsOf(plugin).flatMap(subject => {
      const usable = subject.loaded.problems.every(({ severity }) => severity === 'warning')
      return OF_EDITION.slice(0, usable ? OF_EDITION.length : 1).map(([name, find]) => ({
        about: subject.name,
        name,
        find: async () => find(subject),
      }))
    }),
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

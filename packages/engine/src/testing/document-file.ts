import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { documentOf } from '@tumstock/rubric/document'
import { type LoadedPlugin, openPlugin } from '@tumstock/rubric/load'

const documentFile = (folder: string): string => join(folder, 'RUBRIC.md')

const currentOf = ({ id, editions }: LoadedPlugin): string =>
  documentOf({ id, editions: editions.map(({ rubric }) => rubric) })

/**
 * Writes `RUBRIC.md` of the plugin in `folder` from its editions.
 *
 * @returns the file's path
 * @throws Error with one line per problem when the plugin cannot be loaded
 */
export const writeDocument = async (folder: string): Promise<string> => {
  const plugin = await openPlugin(folder)
  if ('error' in plugin) throw new Error(plugin.error.map(problem => problem.message).join('\n'))
  await plugin.close()
  await writeFile(documentFile(folder), currentOf(plugin))
  return documentFile(folder)
}

/** `RUBRIC.md` is there and says what the editions say. */
export const findDocument = async (plugin: LoadedPlugin): Promise<string[]> => {
  const written = await readFile(documentFile(plugin.folder), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null
      throw error
    },
  )
  if (written === currentOf(plugin)) return []
  const state = written === null ? 'is missing' : 'is out of date'
  return [`${plugin.id} › RUBRIC.md: ${state}. Write it: pnpm tumstock check plugins/${plugin.id} --write`]
}

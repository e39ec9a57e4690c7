import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { conform } from '@tumstock/engine/conform'
import { writeDocument } from '@tumstock/engine/document-file'
import { loadRubricFile, openPlugin } from '@tumstock/rubric/load'
import { BadInput, FINDINGS } from './failure.ts'
import { isPluginFolder } from './house.ts'

/** What a check found, whichever part of the house found it. */
type Line = { severity: 'error' | 'warning'; message: string }

/** Prints every finding of a plugin folder or a rubric file; exits 1 when one is an error. */
export async function check(target: string, { write = false }: { write?: boolean }): Promise<void> {
  if (!existsSync(target)) throw new BadInput(`${target}: there is no such file or folder.`)
  if (!target.endsWith('.json') && !isPluginFolder(target))
    throw new BadInput(`${target}: neither a folder with a plugin.ts nor a .json file.`)
  const lines = target.endsWith('.json') ? await ofFile(target) : await ofPlugin(resolve(target), write)
  for (const { severity, message } of lines) process.stdout.write(`${severity}: ${message}\n`)
  const errors = lines.filter(line => line.severity === 'error').length
  process.stdout.write(`${counted(errors, 'error')}, ${counted(lines.length - errors, 'warning')}\n`)
  if (errors > 0) process.exitCode = FINDINGS
}

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`

const ofFile = async (path: string): Promise<readonly Line[]> => (await loadRubricFile(path)).problems

async function ofPlugin(folder: string, write: boolean): Promise<readonly Line[]> {
  // A plugin that hangs or throws while it loads ends here, with one line and nothing written.
  const plugin = await openPlugin(folder)
  if ('error' in plugin) return plugin.error
  await plugin.close()
  if (write) await writeDocument(folder)
  return (await conform(folder)).map(({ message }) => ({ severity: 'error', message }))
}

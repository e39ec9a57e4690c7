import { existsSync } from 'node:fs'
import { findPlugins, openPlugin } from '@tumstock/rubric/load'
import { type RubricRegistry, registryOf } from './registry.ts'

/** Opens every plugin in the folder. A broken one is kept with its problems, the others work. */
export async function openRubrics(folder: string): Promise<RubricRegistry> {
  const folders = existsSync(folder) ? findPlugins(folder) : []
  return registryOf(await Promise.all(folders.map(plugin => openPlugin(plugin))))
}

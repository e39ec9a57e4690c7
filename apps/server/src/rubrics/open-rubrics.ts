import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { findPlugins, type OpenPlugin, openPlugin } from '@tumstock/rubric/load'
import { type RubricRegistry, registryOf } from './registry.ts'

/** Opens every plugin in the folder. A broken one is kept with its problems, the others work. */
export async function openRubrics(folder: string): Promise<RubricRegistry> {
  const folders = existsSync(folder) ? findPlugins(folder) : []
  const opened: OpenPlugin[] = []
  const waiting = folders.entries()
  // As many at once as there are processors: all at once would each take so long that good ones miss their time limit.
  const openNext = async () => {
    for (const [at, plugin] of waiting) opened[at] = await openPlugin(plugin)
  }
  await Promise.all(Array.from({ length: availableParallelism() }, openNext))
  return registryOf(opened)
}

import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { RubricData } from '@tumstock/rubric/contract'
import { findPlugins, type LoadedPlugin, loadRubricFile, openPlugin } from '@tumstock/rubric/load'
import type { Problem } from '@tumstock/rubric/problem'
import { BadInput } from './failure.ts'
import { PLUGINS } from './house.ts'

/** A rubric that can be scored with, and the plugin that runs its functions, if it has any. */
export type OpenRubric = { rubric: RubricData; plugin: LoadedPlugin | null }

const refuseBroken = (name: string, problems: readonly Problem[]) => {
  const first = problems.find(problem => problem.severity === 'error')
  if (!first) return
  const more = problems.filter(problem => problem.severity === 'error').length - 1
  throw new BadInput(`${first.message}${more > 0 ? ` (and ${more} more: tumstock check ${name})` : ''}`)
}

/** `id@edition` of a plugin of the house, or a path to a rubric in JSON. */
export async function openRubric(name: string): Promise<OpenRubric> {
  if (name.endsWith('.json')) {
    if (!existsSync(name)) throw new BadInput(`${name}: there is no such file.`)
    const loaded = await loadRubricFile(name)
    refuseBroken(name, loaded.problems)
    if (!('rubric' in loaded)) throw new BadInput(`${name}: not a rubric.`)
    return { rubric: loaded.rubric, plugin: null }
  }
  const [id = '', edition] = name.split('@')
  const ids = findPlugins(PLUGINS).map(folder => folder.slice(PLUGINS.length + 1))
  if (!ids.includes(id))
    throw new BadInput(
      `--rubric ${name}: no such plugin. Allowed: ${ids.join(', ')}, or a path that ends in .json.`,
    )
  const plugin = await openPlugin(join(PLUGINS, id))
  if ('error' in plugin) {
    refuseBroken(id, plugin.error)
    throw new BadInput(`plugin ${id} is broken: tumstock check plugins/${id}`)
  }
  const found = plugin.editions.find(one => one.rubric.edition === edition)
  if (!found) {
    await plugin.close()
    const allowed = plugin.editions.map(one => `${id}@${one.rubric.edition}`).join(', ')
    throw new BadInput(`--rubric ${name}: no such edition. Allowed: ${allowed}.`)
  }
  refuseBroken(id, found.problems)
  return { rubric: found.rubric, plugin }
}

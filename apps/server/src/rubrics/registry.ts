import type { FailedPlugin, LoadedEdition, LoadedPlugin, OpenPlugin } from '@tumstock/rubric/load'

export type RubricRegistry = {
  loaded: readonly LoadedPlugin[]
  failed: readonly FailedPlugin[]
  /** The edition of a loaded plugin, whatever its problems; undefined where there is none. */
  find: (id: string, edition: string) => { plugin: LoadedPlugin; edition: LoadedEdition } | undefined
  /** Ends the plugins' processes. */
  close: () => Promise<void>
}

export const registryOf = (plugins: readonly OpenPlugin[]): RubricRegistry => {
  const loaded = plugins.filter((plugin): plugin is LoadedPlugin => 'editions' in plugin)
  return {
    loaded,
    failed: plugins.filter((plugin): plugin is FailedPlugin => 'error' in plugin),
    find: (id, edition) => {
      const plugin = loaded.find(candidate => candidate.id === id)
      const found = plugin?.editions.find(candidate => candidate.rubric.edition === edition)
      return plugin && found && { plugin, edition: found }
    },
    close: async () => {
      await Promise.all(loaded.map(plugin => plugin.close()))
    },
  }
}

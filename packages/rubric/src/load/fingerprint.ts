import { createHash } from 'node:crypto'
import { registerHooks } from 'node:module'

/** Notes which modules beneath `root` are loaded from now on, and which of them imports which. */
export const watchModules = (root: string) => {
  const sources = new Map<string, string>()
  const imports = new Map<string, Set<string>>()
  registerHooks({
    resolve: (specifier, context, next) => {
      const resolved = next(specifier, context)
      if (context.parentURL !== undefined) {
        const known = imports.get(context.parentURL) ?? new Set()
        imports.set(context.parentURL, known.add(resolved.url))
      }
      return resolved
    },
    load: (url, context, next) => {
      const loaded = next(url, context)
      if (url.startsWith(root))
        sources.set(url, createHash('sha256').update(String(loaded.source)).digest('hex'))
      return loaded
    },
  })

  /** SHA-256 over the module and all that it imports beneath the root; over everything loaded when it was not loaded. */
  return (module: string): string => {
    const reached = sources.has(module) ? new Set([module]) : new Set(sources.keys())
    for (const url of reached)
      for (const imported of imports.get(url) ?? []) if (sources.has(imported)) reached.add(imported)
    const lines = [...reached].sort().map(url => `${url.slice(root.length)} ${sources.get(url)}\n`)
    return createHash('sha256').update(lines.join('')).digest('hex')
  }
}

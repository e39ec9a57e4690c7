import type { RestsOn } from '@tumstock/engine/rests-on'
import type { Results } from './results.ts'

/** On which layer each part of an entry's score rests: by criterion path, `criteria` for the whole. */
export const restsOf =
  ({ rows, nodes }: Pick<Results, 'rows' | 'nodes'>, entry: string) =>
  (path: string): RestsOn | null => {
    const at = rows.findIndex(row => row.entry === entry)
    if (path === 'criteria') return rows[at]?.restsOn ?? null
    return nodes.find(node => node.path === path)?.restsOn?.[at] ?? null
  }

import type { UnsentList } from './unsent.ts'

type Change = (list: UnsentList) => UnsentList

/** Where a browser keeps what is not sent. `update` is one step, whoever else of this browser's tabs changes it too. */
export type Keeper = { update: (change: Change) => Promise<UnsentList> }

/**
 * The changes of one entry as this tab shows them: its own at once, before they are kept; another tab's when told to look.
 */
export function createUnsentBox(keeper: Keeper) {
  let kept: UnsentList = []
  let shown: UnsentList = kept
  let underWay: readonly Change[] = []
  const listeners = new Set<() => void>()
  const show = () => {
    const next = underWay.reduce((list, change) => change(list), kept)
    if (next === shown) return
    shown = next
    for (const listener of listeners) listener()
  }
  return {
    shown: () => shown,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** @returns what is kept once this change is */
    update: async (change: Change): Promise<UnsentList> => {
      underWay = [...underWay, change]
      show()
      try {
        kept = await keeper.update(change)
        return kept
      } finally {
        underWay = underWay.filter(one => one !== change)
        show()
      }
    },
  }
}

export type UnsentBox = ReturnType<typeof createUnsentBox>

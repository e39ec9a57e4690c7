import { createStore, update } from 'idb-keyval'
import type { UnsentList } from './unsent.ts'
import type { Keeper } from './unsent-box.ts'

/** Whose unsent changes of what entry: on a shared machine nobody sends another's. */
export type Kept = { person: string; entry: string }

type Told = {
  /** The changes are others than before: this browser's other tabs have to look. */
  whenChanged: () => void
  /** From now on they last only as long as this tab. */
  whenFailed: () => void
}

const store = createStore('tumstock-unsent', 'changes')

const keyOf = ({ person, entry }: Kept): string => `${person} ${entry}`

/** Unsent changes in IndexedDB; in the tab alone from when the browser keeps nothing, as in some private windows. */
export function keepInBrowser(kept: Kept, { whenChanged, whenFailed }: Told): Keeper {
  let last: UnsentList = []
  let lasting = true
  return {
    update: async change => {
      if (lasting)
        try {
          const { before, after } = await changed(keyOf(kept), change)
          last = after
          if (after !== before) whenChanged()
          return after
        } catch {
          lasting = false
          whenFailed()
        }
      last = change(last)
      return last
    },
  }
}

async function changed(key: string, change: (list: UnsentList) => UnsentList) {
  let outcome: { before: UnsentList; after: UnsentList } = { before: [], after: [] }
  const changing = (before: UnsentList = []) => {
    outcome = { before, after: change(before) }
    return outcome.after
  }
  await update<UnsentList>(key, changing, store)
  return outcome
}

/** Runs the work when none of this browser's tabs does the same for this person and entry. */
export const alone = <T>(kept: Kept, work: () => Promise<T>): Promise<T> =>
  'locks' in navigator ? navigator.locks.request(`tumstock unsent ${keyOf(kept)}`, work) : work()

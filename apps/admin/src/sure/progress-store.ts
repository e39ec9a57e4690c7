/** How far something is, for the one place that shows it: the page around it need not be drawn again. */
export type ProgressStore = {
  get: () => number
  set: (done: number) => void
  subscribe: (listener: () => void) => () => void
}

export const progressStore = (): ProgressStore => {
  const listeners = new Set<() => void>()
  let share = 0
  return {
    get: () => share,
    set: done => {
      share = done
      for (const listener of listeners) listener()
    },
    subscribe: listener => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

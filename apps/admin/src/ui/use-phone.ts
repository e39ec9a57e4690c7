import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 40rem)')

const whenChanged = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** True on a screen as narrow as a phone's, where a table turns into cards. */
export const usePhone = (): boolean => useSyncExternalStore(whenChanged, () => narrow.matches)

import { useSyncExternalStore } from 'react'

const listenTo = (query: string) => {
  const media = matchMedia(query)
  const whenChanged = (changed: () => void) => {
    media.addEventListener('change', changed)
    return () => media.removeEventListener('change', changed)
  }
  return { whenChanged, matches: () => media.matches }
}

const narrow = listenTo('(max-width: 40rem)')
const print = listenTo('print')

/** True on a screen as narrow as a phone's, where a table turns into cards. */
export const usePhone = (): boolean => useSyncExternalStore(narrow.whenChanged, narrow.matches)

/** True while the page is laid out for paper, where nobody can scroll to what is not drawn. */
export const usePrinting = (): boolean => useSyncExternalStore(print.whenChanged, print.matches)

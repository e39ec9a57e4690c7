import type { UnsentList } from './unsent.ts'
import type { Link } from './unsent-sender.ts'

export type Saving = {
  now: 'saved' | 'saving' | 'away' | 'signedOut' | 'held'
  waiting: number
  held: number
}

/** How all the answers together stand; what cannot go out comes before what somebody has to decide. */
export function savingOf(unsent: UnsentList, link: Link): Saving {
  const held = unsent.filter(one => one.held !== null).length
  const waiting = unsent.length - held
  if (waiting > 0) return { now: link === 'open' ? 'saving' : link, waiting, held }
  return { now: held > 0 ? 'held' : 'saved', waiting, held }
}

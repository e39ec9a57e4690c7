import { type Sending, sendUnsent } from './send-unsent.ts'

/** `open`: what is answered goes out. `away`: the server cannot be reached, it is tried again. `signedOut`: not before one signs in. */
export type Link = 'open' | 'away' | 'signedOut'

const PAUSE = 600
const FIRST_TRY = 2000
const LAST_TRY = 30_000

/** Sends what waits: at once, after a pause in the typing, and again after a while when the server was away. */
export function createUnsentSender(sending: Sending) {
  let link: Link = 'open'
  let busy = false
  let again = false
  let tries = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const tell = (next: Link) => {
    if (next === link) return
    link = next
    for (const listener of listeners) listener()
  }
  const after = (wait: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => void now(), wait)
  }
  const now = async (): Promise<void> => {
    clearTimeout(timer)
    if (busy) {
      again = true
      return
    }
    busy = true
    again = false
    const sent = await sendUnsent(sending).finally(() => {
      busy = false
    })
    tell(sent === 'empty' ? 'open' : sent)
    tries = sent === 'away' ? tries + 1 : 0
    if (sent === 'away') after(Math.min(LAST_TRY, FIRST_TRY * 2 ** (tries - 1)))
    else if (again && sent === 'empty') await now()
  }
  return {
    link: () => link,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    now,
    soon: () => after(link === 'away' ? FIRST_TRY : PAUSE),
    stop: () => clearTimeout(timer),
  }
}

import { useEffect, useState, useSyncExternalStore } from 'react'
import { alone, keepInBrowser } from './keep-in-browser.ts'
import type { Sending } from './send-unsent.ts'
import { retried, type UnsentList } from './unsent.ts'
import { createUnsentBox } from './unsent-box.ts'
import { createUnsentSender } from './unsent-sender.ts'

type Options = { person: string; entry: string; send: Sending['send'] }

const SAME = (list: UnsentList): UnsentList => list

/** What this person has answered and the server has not confirmed; sent as soon as that is possible. */
export function useUnsent({ person, entry, send }: Options) {
  const [outbox] = useState(() => createOutbox({ person, entry, send }))
  const { box, sender } = outbox
  useEffect(() => {
    const close = outbox.open()
    const warn = (event: BeforeUnloadEvent) => {
      if (box.shown().length > 0) event.preventDefault()
    }
    const send = () => void sender.now()
    window.addEventListener('beforeunload', warn)
    window.addEventListener('online', send)
    window.addEventListener('pagehide', send)
    return () => {
      window.removeEventListener('beforeunload', warn)
      window.removeEventListener('online', send)
      window.removeEventListener('pagehide', send)
      close()
    }
  }, [outbox, box, sender])
  return {
    unsent: useSyncExternalStore(box.subscribe, box.shown),
    link: useSyncExternalStore(sender.subscribe, sender.link),
    /** False where a closed tab loses what waits. */
    lasting: useSyncExternalStore(outbox.subscribe, outbox.lasting),
    box,
    sender,
  }
}

/** The box in this browser, the sender, and word between the browser's tabs. */
function createOutbox({ person, entry, send }: Options) {
  const kept = { person, entry }
  let channel: BroadcastChannel | undefined
  let lasting = true
  const listeners = new Set<() => void>()
  const whenFailed = () => {
    lasting = false
    for (const listener of listeners) listener()
  }
  const box = createUnsentBox(
    keepInBrowser(kept, { whenChanged: () => channel?.postMessage('look'), whenFailed }),
  )
  const sender = createUnsentSender({ box, me: person, send, alone: work => alone(kept, work) })
  return {
    box,
    sender,
    lasting: () => lasting,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    /** Begins with what an earlier visit left; what was turned down then goes out once more. */
    open: () => {
      channel = new BroadcastChannel(`tumstock unsent ${person} ${entry}`)
      channel.onmessage = () => void box.update(SAME)
      void box.update(retried).then(sender.now)
      return () => {
        sender.stop()
        void sender.now()
        channel?.close()
        channel = undefined
      }
    },
  }
}

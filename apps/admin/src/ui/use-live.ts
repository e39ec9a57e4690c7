import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { isFinal } from '../api.ts'

/** Milliseconds until a look that was cut off is tried again. */
const AGAIN = 5000

/**
 * Looks on while the page is in view: a browser keeps few connections to one server, and a hidden tab needs none. As the
 * page comes back into view everything is told anew, so that what was missed is asked for.
 *
 * `useLive(trpc.stages.watch.subscriptionOptions({ round }, { onData: () => …ask again… }))`
 */
export function useLive<T, E>(look: Parameters<typeof useSubscription<T, E>>[0]): void {
  const inView = useSyncExternalStore(onView, isInView)
  const { error, status, reset } = useSubscription({ ...look, enabled: look.enabled && inView })
  useEffect(() => {
    if (status !== 'error' || isFinal(error)) return
    const again = setTimeout(reset, AGAIN)
    return () => clearTimeout(again)
  }, [status, error, reset])
}

const isInView = () => document.visibilityState === 'visible'

const onView = (changed: () => void) => {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}

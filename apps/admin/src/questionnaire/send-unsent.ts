import { asTried, nextToSend, type Outcome, settled, type Unsent } from './unsent.ts'
import type { UnsentBox } from './unsent-box.ts'

/** `empty`: nothing is left that could be sent now. `away`: the server cannot be reached. */
export type Sent = 'empty' | 'away' | 'signedOut'

export type Sending = {
  box: UnsentBox
  /** Who sends. */
  me: string
  send: (change: Unsent) => Promise<Outcome | 'signedOut'>
  /** Runs the work when no other tab of this browser is sending this entry's changes. */
  alone: (work: () => Promise<Sent>) => Promise<Sent>
}

const SAME = <T>(list: T): T => list

/** Sends what waits, one after the other in order. What is not confirmed is still there when this tab or the browser dies. */
export const sendUnsent = ({ box, me, send, alone }: Sending): Promise<Sent> =>
  alone(async () => {
    for (;;) {
      const change = nextToSend(await box.update(SAME))
      if (!change) return 'empty'
      await box.update(list => asTried(list, change))
      const outcome = await send(change)
      if (outcome === 'signedOut') return 'signedOut'
      await box.update(list => settled(list, change, outcome, me))
      if (outcome.of === 'lost') return 'away'
    }
  })

import { ACTIONS, type Action, may, type Standing, scopeOf } from '../policy.ts'
import type { EntryRow } from '../standing.ts'

/** What an entry's people do until it is sent in. */
const UNTIL_SENT: readonly Action[] = ['answers.save', 'answers.submit']

/** What the policy allows now towards an entry, without what the state of the entry would refuse. */
export const possible = (standing: Standing, { state, submittedAt }: EntryRow): Action[] => {
  const asked = state === 'nominated' || state === 'invited' || state === 'declined'
  return ACTIONS.filter(action => scopeOf(action) === 'entry' && may(standing, action))
    .filter(action => (state === 'accepted' && submittedAt === null) || !UNTIL_SENT.includes(action))
    .filter(action => submittedAt !== null || action !== 'answers.reopen')
    .filter(action => asked || action !== 'entries.respond')
    .filter(action => state !== 'withdrawn' || action !== 'entries.withdraw')
}

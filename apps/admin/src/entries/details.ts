import type { Round } from '../rounds/round.ts'
import type { Entry } from './entry.ts'

export type DetailsProps = { round: Round; entry: Entry }

/** True while an entry can still be decided about. */
export const goesOn = ({ mayChange, state }: Round): boolean =>
  mayChange && (state === 'open' || state === 'evaluated')

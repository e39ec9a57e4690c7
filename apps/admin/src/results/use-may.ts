import type { Round } from '../rounds/round.ts'

/** What this reader may do with a round's results; the server asks again at every request. */
export const useMay = ({ mayChange, can }: Pick<Round, 'mayChange' | 'can'>) => ({
  run: mayChange && can.includes('results.evaluate'),
  readAnswers: can.includes('results.data'),
})

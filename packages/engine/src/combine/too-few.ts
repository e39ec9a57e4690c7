import type { ContestFault } from './contest.ts'

export const tooFew = (entries: number): ContestFault => ({
  code: 'too-few',
  says: `entries are compared with each other, and there is ${entries}. At least 2 have to have a value.`,
})

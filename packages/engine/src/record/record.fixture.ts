import type { Claim, ClaimCheck, RecordedEntry, RecordedRound } from '@tumstock/rubric/record'

/** What is published of the eKommune award of 2014 (KS; Oppland fylkeskommune's notice): the numbers of the tests. */
export const entryOf = (unit: string, rest: Partial<RecordedEntry> = {}): RecordedEntry => ({
  units: [unit],
  name: unit,
  place: 'entry',
  source: 'notice',
  status: 'sourced',
  ...rest,
})

export const entries2014: readonly RecordedEntry[] = [
  entryOf('NO-0511', { name: 'Dovre', category: 'small', place: 'nominee', score: 372 }),
  entryOf('NO-1264', { name: 'Austrheim', category: 'small', place: 'winner' }),
  entryOf('NO-1032', { name: 'Lyngdal', category: 'medium', place: 'winner', population: 8102 }),
  entryOf('NO-05', {
    name: 'Oppland',
    category: 'county',
    place: 'winner',
    score: 377,
    rank: 10,
    categoryRank: 1,
  }),
  entryOf('NO-08', { name: 'Telemark', category: 'county', place: 'nominee', score: 340 }),
]

export const claimOf = (printed: string, check: ClaimCheck, source = 'notice'): Claim => ({
  says: 'As printed.',
  printed,
  source,
  status: 'sourced',
  ...check,
})

export const recordOf = (rest: Partial<RecordedRound> = {}): RecordedRound => ({
  edition: '2014',
  title: 'Award of 2014',
  year: 2014,
  organiser: 'KS',
  referenceDate: '2014-01-01',
  sources: {
    notice: { title: 'Notice of the county', where: 'https://example.org/notice' },
    press: { title: 'Press', where: 'https://example.org/press' },
  },
  entries: entries2014,
  claims: [],
  ...rest,
})

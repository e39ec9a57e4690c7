import * as z from 'zod/mini'

export const VIEWS = ['table', 'distribution', 'criteria', 'sure', 'versions'] as const
export type ResultsTab = (typeof VIEWS)[number]

/** Variations that are drawn: the usual, or more for figures to be printed. */
export const RUNS = [1000, 10_000, 50_000] as const

const text = z.catch(z.optional(z.string()), undefined)

/** What is shown of the results, as a link. What does not fit is left out rather than refused. */
const schema = z.object({
  tab: z.catch(z.optional(z.enum(VIEWS)), undefined),
  text,
  category: text,
  county: text,
  band: text,
  /** Column, with a minus for high to low. */
  sort: text,
  /** Entries kept in sight in the picture. */
  keep: z.catch(z.optional(z.array(z.string())), undefined),
  /** The area whose criteria are shown. */
  area: text,
  /** The cell whose reason is open: an entry and a criterion. */
  entry: text,
  path: text,
  /** How sure: what is assumed otherwise, as `choicesText` writes it. */
  assume: text,
  runs: z.catch(z.optional(z.literal(RUNS)), undefined),
  seed: z.catch(z.optional(z.int().check(z.gte(0))), undefined),
  /** Two entries that are compared; the first is the one that is followed through the pictures. */
  one: text,
  other: text,
  /** All entries in the picture instead of some. */
  rows: z.catch(z.optional(z.literal('all')), undefined),
  /** What assumptions do two by two. */
  pairs: z.catch(z.optional(z.literal(1)), undefined),
})

export type ResultsSearch = z.infer<typeof schema>
export const resultsSearch = (search: Record<string, unknown>): ResultsSearch => schema.parse(search)

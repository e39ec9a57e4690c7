import * as z from 'zod/mini'

export const VIEWS = ['table', 'distribution', 'criteria', 'versions'] as const
export type ResultsTab = (typeof VIEWS)[number]

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
})

export type ResultsSearch = z.infer<typeof schema>
export const resultsSearch = (search: Record<string, unknown>): ResultsSearch => schema.parse(search)

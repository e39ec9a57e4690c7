import * as z from 'zod/mini'

export const DEGREES = ['compete', 'benchmark', 'anonymous', 'contribute'] as const
export const STATES = ['nominated', 'invited', 'accepted', 'declined', 'withdrawn'] as const

const text = z.catch(z.optional(z.string()), undefined)

/** What the list of entries shows, and which entry is open. */
const schema = z.object({
  text,
  category: text,
  county: text,
  state: z.catch(z.optional(z.enum(STATES)), undefined),
  degree: z.catch(z.optional(z.enum(DEGREES)), undefined),
  entry: text,
})

export type EntriesSearch = z.infer<typeof schema>
export const entriesSearch = (search: Record<string, unknown>): EntriesSearch => schema.parse(search)

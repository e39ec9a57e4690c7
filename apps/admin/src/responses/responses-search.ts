import * as z from 'zod/mini'

const text = z.catch(z.optional(z.string()), undefined)

/** What the groups are by, and what narrows the list of those who are waited for. */
const schema = z.object({
  by: z.catch(z.optional(z.enum(['category', 'county'])), undefined),
  text,
  state: z.catch(z.optional(z.enum(['asked', 'accepted', 'started'])), undefined),
  category: text,
  county: text,
})

export type ResponsesSearch = z.infer<typeof schema>
export const responsesSearch = (search: Record<string, unknown>): ResponsesSearch => schema.parse(search)

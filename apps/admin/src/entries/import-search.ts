import * as z from 'zod/mini'

/** An import that was just made, so that it can be undone after a reload as well. */
const schema = z.object({
  done: z.catch(z.optional(z.string()), undefined),
  imported: z.catch(z.optional(z.number()), undefined),
  leftOut: z.catch(z.optional(z.number()), undefined),
})

export type ImportSearch = z.infer<typeof schema>
export const importSearch = (search: Record<string, unknown>): ImportSearch => schema.parse(search)

import * as z from 'zod/mini'

/** Findings as a link: those that differ, or all that was checked. */
const schema = z.object({ show: z.catch(z.optional(z.enum(['all'])), undefined) })

export type FindingsSearch = z.infer<typeof schema>
export const findingsSearch = (search: Record<string, unknown>): FindingsSearch => schema.parse(search)

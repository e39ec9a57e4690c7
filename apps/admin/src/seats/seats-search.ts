import * as z from 'zod/mini'
import { ASSESSORS, ROLES } from './seats.ts'

export const VIEWS = ['people', 'assignments', 'conflicts'] as const

/** What is shown of a round's people, as a link. What does not fit is left out rather than refused. */
const schema = z.object({
  view: z.catch(z.optional(z.enum(VIEWS)), undefined),
  /** Only people with this role. */
  role: z.catch(z.optional(z.enum(ROLES)), undefined),
  find: z.catch(z.optional(z.string()), undefined),
  /** Whom entries are assigned to. */
  to: z.catch(z.optional(z.enum(ASSESSORS)), undefined),
  /** Only entries with too few. */
  few: z.catch(z.optional(z.literal(1)), undefined),
})

export type SeatsSearch = z.infer<typeof schema>
export const seatsSearch = (search: Record<string, unknown>): SeatsSearch => schema.parse(search)

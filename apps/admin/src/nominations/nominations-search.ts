import * as z from 'zod/mini'

export const NOMINATION_STATES = ['received', 'forwarded', 'dismissed'] as const

const schema = z.object({ state: z.catch(z.optional(z.enum(NOMINATION_STATES)), undefined) })
export type NominationsSearch = z.infer<typeof schema>

/** The nominations of one state; without one, those that nobody has decided about. */
export const nominationsSearch = (search: Record<string, unknown>): NominationsSearch => schema.parse(search)

import * as z from 'zod/mini'

/** Where to go once signed in: an address within this app, never another site. */
const schema = z.object({ to: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined) })

export type SignInSearch = z.infer<typeof schema>
export const signInSearch = (search: Record<string, unknown>): SignInSearch => schema.parse(search)

import * as z from 'zod/mini'

const text = z.catch(z.optional(z.string()), undefined)

const schema = z.object({
  /** Where to go once signed in: an address within this app, never another site. */
  to: z.catch(z.optional(z.string().check(z.regex(/^\/(?![/\\])/))), undefined),
  /** The provider has said who one is, and the second factor is still to be shown. */
  step: z.catch(z.optional(z.literal('code')), undefined),
  /** Why the identity provider's answer was not taken. */
  error: text,
})

export type SignInSearch = z.infer<typeof schema>
export const signInSearch = (search: Record<string, unknown>): SignInSearch => schema.parse(search)

import * as z from 'zod/mini'

/** The rounds list as a link: what it is narrowed to. What does not fit is left out rather than refused. */
const schema = z.object({
  text: z.catch(z.optional(z.string()), undefined),
  award: z.catch(z.optional(z.string()), undefined),
  country: z.catch(z.optional(z.string()), undefined),
  state: z.catch(z.optional(z.enum(['draft', 'open', 'evaluated', 'published'])), undefined),
  kind: z.catch(z.optional(z.enum(['round', 'record', 'synthetic'])), undefined),
  /** The dialog for a new round; `from` is an edition (`id@edition`) or a round that it starts from. */
  new: z.catch(z.optional(z.boolean()), undefined),
  from: z.catch(z.optional(z.string()), undefined),
})

export type RoundsSearch = z.infer<typeof schema>
export const roundsSearch = (search: Record<string, unknown>): RoundsSearch => schema.parse(search)

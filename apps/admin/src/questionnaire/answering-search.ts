import * as z from 'zod/mini'

/** A questionnaire as a link. What does not fit is left out rather than refused. */
const schema = z.object({
  /** The area that is shown, as the rubric's base language calls it; else the first. */
  area: z.catch(z.optional(z.string()), undefined),
  /** The language of the questions; else the entry's. */
  lang: z.catch(z.optional(z.string()), undefined),
  open: z.catch(z.optional(z.enum(['submit', 'colleagues'])), undefined),
})

export type AnsweringSearch = z.infer<typeof schema>
export const answeringSearch = (search: Record<string, unknown>): AnsweringSearch => schema.parse(search)

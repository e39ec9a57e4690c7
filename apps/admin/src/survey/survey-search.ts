import * as z from 'zod/mini'

export const CUTS = ['band', 'county', 'kind'] as const

/** What the questions are cut by, and words that they must hold. */
const schema = z.object({
  by: z.catch(z.optional(z.enum(CUTS)), undefined),
  text: z.catch(z.optional(z.string()), undefined),
})

export type SurveySearch = z.infer<typeof schema>
export const surveySearch = (search: Record<string, unknown>): SurveySearch => schema.parse(search)

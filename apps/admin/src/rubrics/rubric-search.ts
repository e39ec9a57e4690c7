import * as z from 'zod/mini'

export const PARTS = ['criteria', 'questions', 'crosswalk', 'sources'] as const
export type RubricPart = (typeof PARTS)[number]

const schema = z.object({ part: z.catch(z.optional(z.enum(PARTS)), undefined) })

export type RubricSearch = z.infer<typeof schema>
export const rubricSearch = (search: Record<string, unknown>): RubricSearch => schema.parse(search)

import { z } from 'zod'

/** Which change is looked at: `survey.closed`; without it the next one. */
const search = z.object({ look: z.string().max(60).optional().catch(undefined) })

export const stagesSearch = (input: Record<string, unknown>) => search.parse(input)

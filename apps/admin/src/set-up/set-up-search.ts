import * as z from 'zod/mini'
import { STEPS } from './steps.ts'

const schema = z.object({
  step: z.catch(z.optional(z.enum(STEPS)), undefined),
  /** Path of the field to go to, as problems name it. */
  at: z.catch(z.optional(z.string()), undefined),
  /** Weights that are tried on a round which can no longer change. */
  tries: z.catch(z.optional(z.record(z.string(), z.number())), undefined),
})

export type SetUpSearch = z.infer<typeof schema>
export const setUpSearch = (search: Record<string, unknown>): SetUpSearch => schema.parse(search)

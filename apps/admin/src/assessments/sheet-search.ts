import * as z from 'zod/mini'
import { SHOWN } from './areas.ts'

/** A sheet as a link: which questions it shows, and which one is in hand. */
const schema = z.object({
  show: z.catch(z.optional(z.enum(SHOWN)), undefined),
  q: z.catch(z.optional(z.string()), undefined),
})

export type SheetSearch = z.infer<typeof schema>
export const sheetSearch = (search: Record<string, unknown>): SheetSearch => schema.parse(search)

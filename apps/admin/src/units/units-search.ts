import * as z from 'zod/mini'

export const COUNTRIES = ['NO', 'SE', 'DK', 'FI', 'IS'] as const
export const KINDS = ['municipality', 'county'] as const

const schema = z.object({
  text: z.catch(z.optional(z.string()), undefined),
  country: z.catch(z.optional(z.enum(COUNTRIES)), undefined),
  kind: z.catch(z.optional(z.enum(KINDS)), undefined),
  /** The day whose units are searched; today when there is none. */
  date: z.catch(z.optional(z.iso.date()), undefined),
})

export type UnitsSearch = z.infer<typeof schema>
export const unitsSearch = (search: Record<string, unknown>): UnitsSearch => schema.parse(search)

const one = z.object({
  /** The round and the entry in it whose profile is shown: a unit may come from several that took part. */
  round: z.catch(z.optional(z.string()), undefined),
  entry: z.catch(z.optional(z.string()), undefined),
})

export type UnitSearch = z.infer<typeof one>
export const unitSearch = (search: Record<string, unknown>): UnitSearch => one.parse(search)

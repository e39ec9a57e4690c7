import * as z from 'zod/mini'

const text = z.catch(z.optional(z.string()), undefined)

/** A comparison as a link: every choice on the screen. Lists are written with commas; what does not fit is left out. */
const schema = z.object({
  /** Rounds, in the order in which they were picked. */
  rounds: text,
  kind: z.catch(z.optional(z.enum(['municipality', 'county'])), undefined),
  band: text,
  /** The unit whose peers are shown. */
  peers: text,
  /** At most two units, highlighted in every picture. */
  mark: text,
  /** What the map and the percentiles show: a dimension, or the whole. */
  by: text,
  sort: text,
})

export type CompareSearch = z.infer<typeof schema>
export const compareSearch = (search: Record<string, unknown>): CompareSearch => schema.parse(search)

export const MOST_ROUNDS = 8
export const MOST_MARKED = 2

export const listed = (text: string | undefined): string[] => [
  ...new Set(text?.split(',').filter(Boolean) ?? []),
]

/** For the address: nothing at all where nothing is chosen. */
export const listText = (items: readonly string[]): string | undefined => items.join(',') || undefined

/** With one more, and the oldest let go where there is no room; without it when it is there already. */
export const toggled = (items: readonly string[], item: string, most: number): string[] =>
  items.includes(item) ? items.filter(other => other !== item) : [...items, item].slice(-most)

import type { Context } from './context.ts'
import type { Place } from './place.ts'

export type EntryPlace = Place & { entry: NonNullable<Place['entry']> }

/** Where a procedure of an entry acts; it has been found and allowed before the procedure runs. */
export function entryHere({ place }: Pick<Context, 'place'>): EntryPlace {
  if (!place?.entry) throw new Error('The policy asks this action of no entry.')
  return { ...place, entry: place.entry }
}

import { type LetterLanguage, letterLanguage } from '../mail/letters/letters.ts'
import type { Response, ResponseState } from '../responses/response.ts'

/** Whom a reminder is for: entries in these states, of these classes, counties or by name where given. */
export type Group = {
  states: readonly Extract<ResponseState, 'asked' | 'accepted' | 'started'>[]
  categories?: readonly string[] | undefined
  counties?: readonly string[] | undefined
  entries?: readonly string[] | undefined
}

export type Recipient = {
  entry: string
  name: string
  state: ResponseState
  language: LetterLanguage
  /** Its leads; where it has none yet, the people who are invited to be. */
  people: readonly { id: string; email: string; invitation: boolean }[]
  /** When it was last reminded; null = never. */
  reminded: string | null
}

type Person = { entry: string | null; id: string; email: string }

type Known = {
  leads: readonly Person[]
  invited: readonly Person[]
  languages: ReadonlyMap<string, string | null>
  /** The rubric's own. */
  language: string
  reminded: ReadonlyMap<string, string>
}

/** The entries of a group, each with the people to write to; one whom nobody can be written to for has none. */
export function recipientsIn(responses: readonly Response[], group: Group, known: Known): Recipient[] {
  const leads = Map.groupBy(known.leads, one => one.entry)
  const invited = Map.groupBy(known.invited, one => one.entry)
  const people = (entry: string): Recipient['people'] => {
    const own = leads.get(entry)
    if (own) return own.map(({ id, email }) => ({ id, email, invitation: false }))
    return (invited.get(entry) ?? []).map(({ id, email }) => ({ id, email, invitation: true }))
  }
  return responses
    .filter(one => isIn(one, group))
    .map(({ entry, name, state }) => ({
      entry,
      name,
      state,
      language: letterLanguage(known.languages.get(entry) ?? known.language),
      people: people(entry),
      reminded: known.reminded.get(entry) ?? null,
    }))
}

const isIn = ({ state, category, county, entry }: Response, group: Group): boolean =>
  group.states.some(one => one === state) &&
  (group.categories?.includes(category ?? '') ?? true) &&
  (group.counties?.includes(county?.id ?? '') ?? true) &&
  (group.entries?.includes(entry) ?? true)

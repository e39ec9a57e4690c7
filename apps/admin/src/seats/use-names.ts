import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoundRole, Seats } from './seats.ts'

type Part = { role: RoundRole; entry: string | null; sections: readonly string[] | null }

/** What entries, areas and people of a round are called, by their ids. */
export function useNames({ seats, entries, areas }: Seats) {
  const { t } = useTranslation('seats')
  return useMemo(() => {
    const entryNames = new Map(entries.map(entry => [entry.id, entry.name]))
    const areaTitles = new Map(areas.map(area => [area.id, area.title]))
    const people = new Map(seats.map(seat => [seat.person.id, seat.person]))
    const entry = (id: string) => entryNames.get(id) ?? id
    return {
      entry,
      person: (id: string) => people.get(id)?.name ?? id,
      areas: (sections: readonly string[]) => sections.map(id => areaTitles.get(id) ?? id).join(', '),
      /** `Lead, Dovre`. */
      part: ({ role, entry: id }: Part) =>
        id === null ? t(`role.${role}`) : t('of', { role: t(`role.${role}`), entry: entry(id) }),
    }
  }, [t, seats, entries, areas])
}

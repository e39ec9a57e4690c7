/** The classes that the award has had since 2011, and their owner. */
import type { Category } from '@tumstock/rubric/contract'

export const owner = 'KS, kommunesektorens organisasjon'

export const categories = {
  small: { title: 'Små kommuner', kind: 'municipality', population: { below: 5000 } },
  medium: { title: 'Mellomstore kommuner', kind: 'municipality', population: { from: 5000, below: 20000 } },
  large: { title: 'Store kommuner', kind: 'municipality', population: { from: 20000 } },
  county: { title: 'Fylkeskommuner', kind: 'county' },
} as const satisfies Record<string, Category>

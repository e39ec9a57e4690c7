/** What the edition of 2012 rests on. */
import type { Source } from '@tumstock/rubric/contract'
import { sharedSources } from './sources.ts'

export const sources = [
  {
    about: ['criteria', 'criteria.*.title'],
    says: 'Tre grupper med 33 kriterier i alt.',
    where: 'https://www.uis.no/om-uis/nyheter-og-presserom/seks-stjerner-til-uis-no-article58611-8108.html',
    status: 'sourced',
  },
  {
    about: ['edition'],
    says: 'Artikkelen om 33 kriterier er uten år; 2012 er det året med 33.',
    where: 'https://www.uis.no/om-uis/nyheter-og-presserom/seks-stjerner-til-uis-no-article58611-8108.html',
    status: 'inferred',
  },
  {
    about: [
      'criteria.*.children',
      'criteria.*.children.*.title',
      'criteria.*.children.*.weight',
      'criteria.*.weight',
      'questions',
      'questions.*.options',
    ],
    says: 'Listen for 2012 er ikke funnet. Her er 29 kriterier tatt fra 2013, uten mobile enheter, som først ga uttelling året etter; fire er satt inn for å nå 33.',
    where: 'Tumstock',
    status: 'assumed',
  },
  ...sharedSources,
] as const satisfies readonly Source[]

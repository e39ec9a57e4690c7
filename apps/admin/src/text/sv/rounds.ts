import type { rounds as english } from '../en/rounds.ts'
import type { Shape } from '../shape.ts'

export const rounds = {
  title: 'Omgångar',
  round: 'Omgång',
  noRound: 'Omgången kan inte visas',
  screens: 'Omgångens sidor',
  tab: {
    'set-up': 'Upplägg',
    entries: 'Deltagare',
    results: 'Resultat',
    survey: 'Enkätsvar',
    record: 'Det publicerade',
  },
} as const satisfies Shape<typeof english>

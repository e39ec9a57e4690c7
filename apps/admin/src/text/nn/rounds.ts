import type { rounds as english } from '../en/rounds.ts'
import type { Shape } from '../shape.ts'

export const rounds = {
  title: 'Rundar',
  round: 'Runde',
  noRound: 'Denne runden kan ikkje visast',
  screens: 'Sidene til runden',
  tab: {
    'set-up': 'Oppsett',
    entries: 'Deltakarar',
    results: 'Resultat',
    survey: 'Svar på undersøkinga',
    record: 'Det publiserte',
  },
} as const satisfies Shape<typeof english>

import type { rounds as english } from '../en/rounds.ts'
import type { Shape } from '../shape.ts'

export const rounds = {
  title: 'Runder',
  round: 'Runde',
  noRound: 'Denne runden kan ikke vises',
  screens: 'Rundens sider',
  tab: {
    'set-up': 'Oppsett',
    entries: 'Deltakere',
    results: 'Resultater',
    survey: 'Svar på undersøkelsen',
    record: 'Det publiserte',
  },
} as const satisfies Shape<typeof english>

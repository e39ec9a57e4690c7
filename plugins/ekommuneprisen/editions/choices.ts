/** Options that several questions share. */
import type { Choice } from '@tumstock/rubric/contract'

export const adopted = {
  yes: { text: 'Ja, vedtatt', points: 2 },
  underway: { text: 'Under arbeid', points: 1 },
  no: { text: 'Nei', points: 0 },
} as const satisfies Record<string, Choice>

export const extent = {
  none: { text: 'Ikke i det hele tatt', points: 0 },
  little: { text: 'I liten grad', points: 1 },
  some: { text: 'I noen grad', points: 2 },
  large: { text: 'I stor grad', points: 3 },
} as const satisfies Record<string, Choice>

export const yesNo = {
  yes: { text: 'Ja', points: 2 },
  no: { text: 'Nei', points: 0 },
} as const satisfies Record<string, Choice>

export const yesPartlyNo = {
  yes: { text: 'Ja', points: 2 },
  partly: { text: 'Delvis', points: 1 },
  no: { text: 'Nei', points: 0 },
} as const satisfies Record<string, Choice>

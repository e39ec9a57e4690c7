/** How a criterion is answered; what "partly" gives differs from criterion to criterion. */
import type { Choice } from '@tumstock/rubric/contract'

export const noPartlyYes = (partly: number, yes: number) =>
  ({
    no: { text: 'Nei', points: 0 },
    partly: { text: 'Delvis', points: partly },
    yes: { text: 'Ja', points: yes },
  }) satisfies Record<string, Choice>

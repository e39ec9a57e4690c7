/** What is asked in every wave; only then can waves be compared. */
import type { Choice, Question } from '@tumstock/rubric/contract'

const yesNo = { yes: { text: 'Ja', points: 1 }, no: { text: 'Nei', points: 0 } } as const satisfies Record<
  string,
  Choice
>

export const questions = {
  actionPlan: {
    type: 'choice',
    area: 'Digitalisering på dagsordenen',
    text: 'Er digitalisering omtalt i kommunens handlingsplan?',
    unknown: true,
    options: yesNo,
  },
  priority: {
    type: 'choice',
    area: 'Digitalisering på dagsordenen',
    text: 'Hvilken prioritet har digitalisering i kommunen?',
    unknown: true,
    options: {
      veryHigh: { text: 'Svært høy', points: 4 },
      high: { text: 'Høy', points: 3 },
      middle: { text: 'Middels', points: 2 },
      low: { text: 'Lav', points: 1 },
      veryLow: { text: 'Svært lav', points: 0 },
    },
  },
  simplerRoutines: {
    type: 'choice',
    area: 'Ventet effekt av IKT-investeringer de neste tre årene',
    text: 'Venter dere at arbeidsrutiner blir lagt om og forenklet?',
    unknown: true,
    options: yesNo,
  },
  fasterCases: {
    type: 'choice',
    area: 'Ventet effekt av IKT-investeringer de neste tre årene',
    text: 'Venter dere raskere saksgang eller kortere svartid?',
    unknown: true,
    options: yesNo,
  },
  betterQuality: {
    type: 'choice',
    area: 'Ventet effekt av IKT-investeringer de neste tre årene',
    text: 'Venter dere høyere kvalitet på tjenestene?',
    unknown: true,
    options: yesNo,
  },
} as const satisfies Record<string, Question>

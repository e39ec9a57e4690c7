/** What both editions rest on: the project's own choices, and the goal that has not changed. */
import type { Source } from '@tumstock/rubric/contract'

export const shared: readonly Source[] = [
  {
    about: ['criteria.goal.title', 'criteria.goal.children.*.title', 'awards.winner'],
    says: 'Priset belönar den kommun vars digitalisering har gett mest för verksamheterna, demokratin och kommunen som helhet.',
    where: 'Kvalitetsmässan, https://kvalitetsmassan.se/utmarkelser/digitaliseringskommun/',
    status: 'sourced',
  },
  {
    about: [
      'questions.reach',
      'questions.service',
      'questions.measured',
      'questions.effects',
      'questions.shared',
      'questions.dialogue',
      'questions.budget',
      'questions.foundation',
    ],
    says: 'De slutna frågorna och deras poäng ställs inte av arrangören. Projektet har lagt till dem för att svar ska gå att jämföra mellan kommuner och länder.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: [
      'criteria.nomination.children.*.children.answer.scoring',
      'criteria.goal.children.services.scoring',
      'criteria.goal.children.*.children.visit.scoring',
    ],
    says: 'Juryn och besökarna sätter inga kända betyg. Skalorna med fem beskrivna steg är projektets val.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.*.weight', 'criteria.*.children.*.weight', 'criteria.*.children.*.children.*.weight'],
    says: 'Inga vikter är kända. Delarna väger lika, och en människas bedömning väger dubbelt mot de slutna frågorna.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: [
      'missing',
      'criteria.*.missing',
      'criteria.*.children.*.missing',
      'criteria.*.children.*.children.*.missing',
    ],
    says: 'Vem som helst får nominera och kan sakna uppgifter: ett obesvarat slutet svar räknas inte som noll, men utan juryns bedömning får frågan inget värde. Den som inte har besökts får en totalpoäng på resten, och täckningen visar vad som saknas.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['scale', 'tieBreak'],
    says: 'Juryn publicerar inga totalpoäng. Skalan till hundra och ordningen vid lika värde är projektets val.',
    where: 'Tumstock',
    status: 'assumed',
  },
]

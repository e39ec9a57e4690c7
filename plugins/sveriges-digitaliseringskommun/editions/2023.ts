/** Sveriges DigitaliseringsKommun 2023: as 2019, with DiMiOS, five nominees and a joint entry among them. */
import { defineRubric } from '@tumstock/rubric/contract'
import { sources } from './2023-sources.ts'
import { goal, goalQuestions } from './goal.ts'
import { maturity, maturityQuestions } from './maturity.ts'
import { nomination, nominationQuestions } from './nomination.ts'

export const edition2023 = defineRubric({
  apiVersion: 1,
  id: 'sveriges-digitaliseringskommun',
  edition: '2023',
  title: 'Sveriges DigitaliseringsKommun 2023',
  owner: 'Kvalitetsmässan med Sveriges Kommuner och Regioner och DIGG',
  country: 'SE',
  baseLanguage: 'sv',
  languages: ['sv', 'nb', 'en'],
  purpose: 'award',
  scale: { max: 100, unit: 'poäng', decimals: 0 },
  framework: 'nordic@1',
  questions: { ...nominationQuestions, ...goalQuestions, ...maturityQuestions },
  indicators: {},
  categories: { municipality: { title: 'Kommuner', kind: 'municipality' } },
  combine: 'mean',
  // Nomination and maturity are two thirds of the weight and give a total; the nomination alone does not.
  missing: { needs: 0.5 },
  criteria: { nomination, maturity, goal },
  stages: [
    { kind: 'nomination', title: 'Öppen nominering' },
    { kind: 'survey', title: 'Nominerade kommuner kompletterar texten och mäter sin mognad med DiMiOS' },
    { kind: 'shortlist', title: 'Juryn presenterar de nominerade den 10 maj', keep: { top: 5 } },
    {
      kind: 'siteVisit',
      title: 'Platsbesök av juryn med experter från branschen och SKR',
      seesOthers: 'afterOwn',
    },
    { kind: 'jury', title: 'Juryn utser vinnaren' },
    { kind: 'publication', title: 'Kvalitetsmässans invigningskväll den 21 november' },
  ],
  awards: {
    winner: {
      title: 'Sveriges DigitaliseringsKommun',
      per: 'round',
      decide: 'jury',
      nominees: 5,
      winners: 1,
    },
  },
  tieBreak: ['criteria.goal', 'criteria.nomination.children.effect'],
  sources,
})

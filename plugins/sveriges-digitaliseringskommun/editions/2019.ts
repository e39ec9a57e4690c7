/** Sveriges DigitaliseringsKommun 2019: anyone nominates, three questions, finalists, visits, the jury decides. */
import { defineRubric } from '@tumstock/rubric/contract'
import { sources } from './2019-sources.ts'
import { goal, goalQuestions } from './goal.ts'
import { nomination, nominationQuestions } from './nomination.ts'

export const edition2019 = defineRubric({
  apiVersion: 1,
  id: 'sveriges-digitaliseringskommun',
  edition: '2019',
  title: 'Sveriges DigitaliseringsKommun 2019',
  owner:
    'Kvalitetsmässan med Sveriges Kommuner och Landsting, DIGG, Finansdepartementet, Vinnova, IT&Telekomföretagen och PwC',
  country: 'SE',
  baseLanguage: 'sv',
  languages: ['sv', 'nb', 'en'],
  purpose: 'award',
  scale: { max: 100, unit: 'poäng', decimals: 0 },
  framework: 'nordic@1',
  questions: { ...nominationQuestions, ...goalQuestions },
  indicators: {},
  categories: { municipality: { title: 'Kommuner', kind: 'municipality' } },
  combine: 'mean',
  // Only finalists are visited: the nomination alone is half of the weight and just enough for a total.
  missing: { needs: 0.5 },
  criteria: { nomination, goal },
  stages: [
    { kind: 'nomination', title: 'Öppen nominering till och med den 29 mars' },
    { kind: 'shortlist', title: 'Juryn slutnominerar tre till fem kommuner den 31 maj', keep: { top: 5 } },
    {
      kind: 'siteVisit',
      title: 'Platsbesök av SKL:s experter och juryn i augusti och september',
      seesOthers: 'afterOwn',
    },
    { kind: 'jury', title: 'Jurymöte i oktober' },
    { kind: 'publication', title: 'Invigningsgalan på Kvalitetsmässan den 12 november' },
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

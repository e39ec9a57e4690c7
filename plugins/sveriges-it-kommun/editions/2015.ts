/** Sveriges IT-kommun 2015: a published self-assessment, a jury's nominees, visits by experts, a jury's winner. */
import { defineRubric } from '@tumstock/rubric/contract'
import { selfAssessment } from './2015-criteria.ts'
import { questions } from './2015-questions.ts'
import { sources } from './2015-sources.ts'
import { visit } from './2015-visit.ts'

export const edition2015 = defineRubric({
  apiVersion: 1,
  id: 'sveriges-it-kommun',
  edition: '2015',
  title: 'Sveriges IT-kommun 2015',
  owner:
    'Kvalitetsmässan med Sveriges Kommuner och Landsting, Digitaliseringskommissionen, Vinnova och IT&Telekomföretagen',
  country: 'SE',
  baseLanguage: 'sv',
  languages: ['sv', 'nb', 'en'],
  purpose: 'award',
  scale: { max: 100, unit: '%', decimals: 0 },
  framework: 'nordic@1',
  questions,
  indicators: {},
  categories: { municipality: { title: 'Kommuner', kind: 'municipality' } },
  combine: 'mean',
  // A municipality that was not visited keeps the score of its self-assessment; coverage says that the visit is missing.
  missing: 'exclude',
  criteria: { selfAssessment, visit },
  stages: [
    { kind: 'survey', title: 'Självvärderingen i eBlomlådan publiceras senast den 20 mars' },
    { kind: 'shortlist', title: 'Juryn väljer ut sju till tio kommuner', keep: { top: 10 } },
    { kind: 'siteVisit', title: 'Platsbesök med intervjuer av SKL:s experter', seesOthers: 'afterOwn' },
    { kind: 'jury', title: 'Juryn på sex ledamöter utser vinnaren' },
    { kind: 'publication', title: 'Priset delas ut på Kvalitetsmässan' },
  ],
  awards: {
    winner: { title: 'Sveriges IT-kommun', per: 'round', decide: 'jury', nominees: 8, winners: 1 },
  },
  tieBreak: ['criteria.visit', 'criteria.selfAssessment'],
  sources,
})

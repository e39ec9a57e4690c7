import { defineRubric } from '@tumstock/rubric/contract'
import * as dialogue from './2014-dialogue.ts'
import * as sectors from './2014-sectors.ts'
import { sources } from './2014-sources.ts'
import * as trust from './2014-trust.ts'
import { categories, owner } from './categories.ts'

export const edition2014 = defineRubric({
  apiVersion: 1,
  id: 'ekommuneprisen',
  edition: '2014',
  title: 'eKommuneprisen 2014: Beste eKommune',
  owner,
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb', 'sv', 'en'],
  purpose: 'award',
  scale: { max: 500, unit: 'poeng', decimals: 1 },
  framework: 'nordic@1',
  questions: { ...dialogue.questions, ...trust.questions, ...sectors.questions },
  indicators: {},
  categories,
  combine: 'mean',
  missing: 'zero',
  criteria: { ...dialogue.criteria, ...trust.criteria, ...sectors.criteria },
  stages: [
    { kind: 'survey', title: 'Kartlegging' },
    { kind: 'shortlist', title: 'Tre nominerte i hver klasse', keep: { top: 3 } },
    { kind: 'jury', title: 'Juryens omtale av hver nominert' },
    { kind: 'publication', title: 'Utdeling' },
  ],
  awards: {
    bestInClass: { title: 'Beste eKommune', per: 'category', decide: 'points', nominees: 3, winners: 1 },
  },
  tieBreak: ['criteria.dialogue', 'criteria.leadership'],
  sources,
})

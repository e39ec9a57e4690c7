import { defineRubric } from '@tumstock/rubric/contract'
import * as administration from './2011-administration.ts'
import * as foundations from './2011-foundations.ts'
import * as leadership from './2011-leadership.ts'
import * as residents from './2011-residents.ts'
import { sources } from './2011-sources.ts'
import { categories, owner } from './categories.ts'

export const edition2011 = defineRubric({
  apiVersion: 1,
  id: 'ekommuneprisen',
  edition: '2011',
  title: 'eKommuneprisen 2011: kartlegging av eKommune 2012',
  owner,
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb', 'sv', 'en'],
  purpose: 'award',
  scale: { max: 100, unit: 'prosent måloppnåelse', decimals: 0 },
  framework: 'nordic@1',
  questions: {
    ...residents.questions,
    ...administration.questions,
    ...foundations.questions,
    ...leadership.questions,
  },
  indicators: {},
  categories,
  combine: 'mean',
  missing: 'zero',
  criteria: {
    ...residents.criteria,
    ...administration.criteria,
    ...foundations.criteria,
    ...leadership.criteria,
  },
  stages: [
    { kind: 'survey', title: 'Kartlegging' },
    { kind: 'shortlist', title: 'Kandidater i hver klasse', keep: { top: 3 } },
    { kind: 'jury', title: 'Juryvurdering' },
    { kind: 'publication', title: 'Utdeling' },
  ],
  awards: {
    bestInClass: { title: 'Årets eKommune', per: 'category', decide: 'jury', nominees: 3, winners: 1 },
  },
  tieBreak: [],
  sources,
})

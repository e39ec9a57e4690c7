import { defineRubric } from '@tumstock/rubric/contract'
import { sources } from './2013-sources.ts'
import * as accessibility from './accessibility.ts'
import {
  accessibilityGroup,
  awards,
  categories,
  contentGroup,
  owner,
  scale,
  stages,
  usabilityGroup,
} from './common.ts'
import * as content from './content.ts'
import * as usability from './usability.ts'

export const edition2013 = defineRubric({
  apiVersion: 1,
  id: 'kvalitet-pa-nett',
  edition: '2013',
  title: 'Kvalitet på nett 2013',
  owner,
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb', 'sv', 'en'],
  purpose: 'award',
  scale,
  framework: 'nordic@1',
  questions: { ...accessibility.questions, ...usability.questions, ...content.questions },
  indicators: {},
  categories,
  combine: 'mean',
  missing: 'block',
  criteria: {
    accessibility: accessibilityGroup(accessibility.children),
    usability: usabilityGroup(usability.children),
    content: contentGroup(content.children),
  },
  stages,
  awards,
  tieBreak: [],
  sources,
})

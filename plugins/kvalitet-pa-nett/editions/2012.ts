import { defineRubric } from '@tumstock/rubric/contract'
import * as only from './2012-only.ts'
import { sources } from './2012-sources.ts'
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

/** Mobile devices first counted the year after. */
const { mobile: _question, ...usabilityQuestions } = usability.questions
const { mobile: _criterion, ...usabilityChildren } = usability.children

export const edition2012 = defineRubric({
  apiVersion: 1,
  id: 'kvalitet-pa-nett',
  edition: '2012',
  title: 'Kvalitet på nett 2012',
  owner,
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb', 'sv', 'en'],
  purpose: 'award',
  scale,
  framework: 'nordic@1',
  questions: { ...accessibility.questions, ...usabilityQuestions, ...content.questions, ...only.questions },
  indicators: {},
  categories,
  combine: 'mean',
  missing: 'block',
  criteria: {
    accessibility: accessibilityGroup(accessibility.children),
    usability: usabilityGroup({ ...usabilityChildren, ...only.usability }),
    content: contentGroup({ ...content.children, ...only.content }),
  },
  stages,
  awards,
  tieBreak: [],
  sources,
})

import type { RubricData } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { questionnaireOf } from './questionnaire.ts'

const questions: RubricData['questions'] = {
  plan: {
    area: 'Planning',
    text: 'Is there a plan?',
    type: 'choice',
    unknown: true,
    options: { yes: { text: 'Yes', points: 1 }, no: { text: 'No' } },
  },
  parts: {
    area: 'Planning',
    text: 'Which parts?',
    type: 'multiple',
    unknown: true,
    options: { paths: { text: 'Paths' } },
    showIf: { question: 'plan', is: ['yes', 'partly'] },
  },
  lit: {
    text: 'How much is lit?',
    help: 'Of all paths.',
    type: 'share',
    showIf: { question: 'parts', is: 'paths' },
  },
  story: { text: 'What are you proud of?', type: 'text' },
  adopted: { text: 'When?', type: 'date' },
  site: { text: 'Where is it?', type: 'url' },
}

test('questions stand under their areas, with their options and exits', () =>
  expect(questionnaireOf({ questions }, { unknown: 'Do not know', notApplicable: 'Not applicable' })).toEqual(
    {
      pages: [
        {
          name: 'page1',
          title: 'Planning',
          elements: [
            {
              name: 'plan',
              title: 'Is there a plan?',
              type: 'radiogroup',
              choices: [
                { value: 'yes', text: 'Yes' },
                { value: 'no', text: 'No' },
                { value: '?', text: 'Do not know' },
              ],
            },
            {
              name: 'parts',
              title: 'Which parts?',
              type: 'checkbox',
              choices: [
                { value: 'paths', text: 'Paths' },
                { value: '?', text: 'Do not know', isExclusive: true },
              ],
            },
          ],
        },
        {
          name: 'page2',
          elements: [
            {
              name: 'lit',
              title: 'How much is lit?',
              description: 'Of all paths.',
              type: 'text',
              placeholder: '%',
            },
            {
              name: 'story',
              title: 'What are you proud of?',
              type: 'comment',
              autoGrow: true,
              maxLength: 10_000,
            },
            { name: 'adopted', title: 'When?', type: 'text', inputType: 'date' },
            { name: 'site', title: 'Where is it?', type: 'text', maxLength: 10_000 },
          ],
        },
      ],
    },
  ))

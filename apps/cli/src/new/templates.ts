/** The files of a new plugin: the least that an author would otherwise have to look up, and nothing to delete. */

export type Names = { id: string; title: string; year: string }

const plugin = () => `import { definePlugin } from '@tumstock/rubric/contract'
import { first } from './editions/first.ts'

export default definePlugin({ id: first.id, editions: [first] })
`

const edition = ({ id, title, year }: Names) => `import { defineRubric } from '@tumstock/rubric/contract'

export const first = defineRubric({
  apiVersion: 1,
  id: '${id}',
  edition: '${year}',
  title: '${title}',
  owner: 'Who gives the award',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: 'points', decimals: 1 },
  framework: 'nordic@1',
  questions: {
    plan: {
      text: 'Does the municipality have a plan for digitalisation?',
      type: 'choice',
      options: {
        adopted: { text: 'Yes, adopted by the council', points: 2 },
        drafted: { text: 'Being drafted', points: 1 },
        none: { text: 'No', points: 0 },
      },
    },
    online: {
      text: 'What share of applications arrived online last year?',
      type: 'share',
      unknown: true,
    },
  },
  indicators: {},
  categories: {
    municipalities: { title: 'Municipalities', kind: 'municipality' },
  },
  combine: 'mean',
  missing: 'zero',
  criteria: {
    leadership: {
      title: 'Leadership',
      why: 'A plan that the council stands behind decides what is done first and who pays for it.',
      weight: 1,
      missing: 'zero',
      crosswalk: { GOV: 1 },
      reads: ['plan'],
      scoring: { by: 'points' },
      stage: 'survey',
    },
    services: {
      title: 'Services',
      why: 'Residents gain only from services that they choose to use.',
      weight: 1,
      missing: 'zero',
      crosswalk: { SRV: 1 },
      reads: ['online'],
      scoring: { by: 'linear', from: 0, to: 100 },
      stage: 'survey',
    },
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: {
    winner: { title: 'Winner', per: 'category', decide: 'points', nominees: 3, winners: 1 },
  },
  tieBreak: ['criteria.services'],
  sources: [
    {
      about: ['criteria.*.weight', 'missing'],
      says: 'Equal weights, and nothing for what is not answered, until the award decides otherwise.',
      where: 'The author of this plugin',
      status: 'assumed',
    },
  ],
})
`

const test = () => `import { testRubric } from '@tumstock/engine/testing'
import plugin from './plugin.ts'

await testRubric(plugin, import.meta)
`

const readme = ({ id, title }: Names) => `# ${title}

Who gives the award, to whom, how often, and what it rests on: two or three sentences with links.

- \`editions/\`: one file per edition; a new edition is a copy that is then changed. An edition that a round has used stays as it is.
- \`rounds/<edition>.json\`: published facts of a past round, each with its source.
- \`locales/<language>.json\`: translations by path.
- \`RUBRIC.md\`: made from the definition by \`pnpm tumstock check plugins/${id} --write\`.
`

const manifest = ({ id }: Names) =>
  `${JSON.stringify(
    {
      name: `@tumstock/plugin-${id}`,
      private: true,
      license: 'Apache-2.0',
      type: 'module',
      dependencies: { '@tumstock/rubric': 'workspace:*' },
      devDependencies: { '@tumstock/engine': 'workspace:*' },
    },
    null,
    2,
  )}\n`

const tag = () => `{ "extends": ["//"], "tags": ["plugin"] }\n`

export const TEMPLATES: Readonly<Record<string, (names: Names) => string>> = {
  'plugin.ts': plugin,
  'editions/first.ts': edition,
  'plugin.test.ts': test,
  'README.md': readme,
  'package.json': manifest,
  'turbo.json': tag,
}

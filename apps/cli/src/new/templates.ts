/** The files of a new plugin: the least that an author would otherwise have to look up, and nothing to delete. */
import { awardEdition } from './award-edition.ts'
import { indexEdition } from './index-edition.ts'
import type { Names } from './names.ts'

const plugin = () => `import { definePlugin } from '@tumstock/rubric/contract'
import { first } from './editions/first.ts'

export default definePlugin({ id: first.id, editions: [first] })
`

const test = () => `import { testRubric } from '@tumstock/engine/testing'
import plugin from './plugin.ts'

await testRubric(plugin, import.meta)
`

const readme = ({ id, title }: Names) => `# ${title}

Who gives it, to whom, how often, and what it rests on: two or three sentences with links.

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

/** By path; an award asks the municipalities, an index reads published statistics. */
export const templates = (
  purpose: 'award' | 'index',
): Readonly<Record<string, (names: Names) => string>> => ({
  'plugin.ts': plugin,
  'editions/first.ts': purpose === 'award' ? awardEdition : indexEdition,
  'plugin.test.ts': test,
  'README.md': readme,
  'package.json': manifest,
  'turbo.json': tag,
})

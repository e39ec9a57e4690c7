import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { createWorld } from './create-world.ts'

const good = fileURLToPath(new URL('../../plugins/sveriges-it-kommun', import.meta.url))

const BROKEN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  empty: { 'plugin.ts': '' },
  ends: { 'plugin.ts': 'process.exit(0)' },
  folder: { 'plugin.ts/nothing': '' },
  'half-a-character': {
    'plugin.ts': `export default { id: 'half-a-character', editions: [{ title: '\\ud83d' }] }`,
  },
  locales: { 'plugin.ts': `export default { id: 'locales', editions: [{}] }`, locales: 'a file' },
  loops: { 'plugin.ts': 'for (;;);' },
  'no-typescript': { 'plugin.ts': 'enum No { A }' },
  throws: { 'plugin.ts': `throw new Error('out of\\nink')` },
}

async function pluginsWith(broken: typeof BROKEN) {
  const root = await mkdtemp(join(tmpdir(), 'tumstock-plugins-'))
  for (const [id, files] of Object.entries(broken))
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(root, id, name)), { recursive: true })
      await writeFile(join(root, id, name), content)
    }
  await cp(good, join(root, 'sveriges-it-kommun'), { recursive: true, verbatimSymlinks: false })
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) }
}

it('lists each broken plugin with one line, and goes on with the good one beside them', async () => {
  await using plugins = await pluginsWith(BROKEN)
  await using world = await createWorld({ pluginsDir: plugins.root })
  const rows = await world.stranger.api.rubrics.list.query()
  expect(rows.filter(row => row.broken).map(row => row.id)).toEqual(Object.keys(BROKEN))
  const lines = rows.flatMap(row => row.problems).map(problem => problem.message)
  expect(lines.filter(line => line === '' || line.includes('\n'))).toEqual([])
  const rounds = await world.stranger.api.rounds.list.query()
  expect(rounds.map(round => [round.id, round.publishedVersion])).toEqual([
    ['sveriges-it-kommun-2015-record', 1],
  ])
  const organiser = await world.as('organiser')
  const edition = 'sveriges-it-kommun@2015'
  expect(await organiser.api.rounds.create.mutate({ from: { edition }, title: 'Ny' })).toEqual({ id: 'ny' })
})

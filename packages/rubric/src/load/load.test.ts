import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { sample } from '../sample.ts'
import { findPlugins, type LoadedPlugin, type LoadOptions, loadRubricFile, openPlugin } from './load.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

/** A plugin folder named walkable-towns, gone after the test. */
const folderWith = async (files: Files): Promise<string> => {
  const root = await mkdtemp(join(tmpdir(), 'rubric-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const folder = join(root, 'walkable-towns')
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

const open = async (files: Files, options?: LoadOptions) => {
  const folder = await folderWith(files)
  const plugin = await openPlugin(folder, options)
  if (!('error' in plugin)) onTestFinished(() => plugin.close())
  return plugin
}

const failure = async (files: Files, options?: LoadOptions): Promise<string[]> => {
  const plugin = await open(files, options)
  return 'error' in plugin ? plugin.error.map(problem => problem.message) : []
}

const loaded = async (files: Files, options?: LoadOptions): Promise<LoadedPlugin> => {
  const plugin = await open(files, options)
  if ('error' in plugin) throw new Error(plugin.error.map(problem => problem.message).join('\n'))
  return plugin
}

/** Imports as the authors of plugins do, but beside this package instead of through a workspace link. */
const pluginOf = (functions: string): Files => ({
  'plugin.ts': `import first from './editions/2026.ts'
    export default { id: 'walkable-towns', editions: [first] }`,
  'editions/2026.ts': `import { most } from '../most.ts'
    export default { ...${JSON.stringify(sample())}, functions: { ${functions} } }`,
  'most.ts': 'export const most: number = 10',
})

/** For what ends by itself, however busy the machine is. */
const PATIENT: LoadOptions = { loadTimeout: 20_000 }

const good = pluginOf(`metresPerHead: ({ metres, population }: { metres: number; population: number }) =>
  metres === null ? null : Math.min(1, metres / population / most)`)

test('a plugin imports the contract through its workspace link', async () => {
  const folder = await folderWith({
    'package.json': '{ "type": "module" }',
    'plugin.ts': `import { definePlugin, type Plugin } from '@tumstock/rubric/contract'
      const plugin: Plugin = definePlugin({ id: 'walkable-towns', editions: [${JSON.stringify(sample())}] })
      export default plugin`,
  })
  await mkdir(join(folder, 'node_modules/@tumstock'), { recursive: true })
  await symlink(join(import.meta.dirname, '../..'), join(folder, 'node_modules/@tumstock/rubric'))
  const plugin = await openPlugin(folder)
  expect('error' in plugin ? plugin.error : plugin.editions.map(edition => edition.rubric)).toEqual([
    sample(),
  ])
})

test('an edition crosses as data, with the names of its functions', async () => {
  const plugin = await loaded(good)
  expect(plugin.editions.map(({ rubric, functions }) => ({ rubric, functions }))).toEqual([
    { rubric: sample(), functions: ['metresPerHead'] },
  ])
})

test('a function is run over a batch, one result per entry', async () => {
  const plugin = await loaded(good)
  const batch = [
    { metres: 50, population: 10 },
    { metres: null, population: 10 },
    { metres: 'x', population: 10 },
  ]
  const results = await plugin.call('2026', 'metresPerHead', batch)
  expect(results).toEqual([
    { value: 0.5 },
    { value: null },
    {
      error: {
        code: 'function-bad-result',
        message:
          'walkable-towns@2026 › functions.metresPerHead: returned NaN. Allowed: a number from 0 to 1, or null.',
      },
    },
  ])
})

test('a function that throws, or that does not exist, is an error of that entry with its code', async () => {
  const plugin = await loaded(pluginOf(`metresPerHead: () => { throw new TypeError('no such road') }`))
  expect([
    await plugin.call('2026', 'metresPerHead', [{}]),
    await plugin.call('2026', 'toString', [{}]),
  ]).toEqual([
    [
      {
        error: {
          code: 'function-threw',
          message: 'walkable-towns@2026 › functions.metresPerHead: threw: TypeError: no such road.',
        },
      },
    ],
    [
      {
        error: {
          code: 'function-unknown',
          message: 'walkable-towns@2026 › functions.toString: there is no such function.',
        },
      },
    ],
  ])
})

test('a function is given frozen answers', async () => {
  const plugin = await loaded(
    pluginOf(
      `metresPerHead: a => { 'use strict'; a.metres = 1; return 1 }, deep: a => { a.list.push(1); return 1 }`,
    ),
  )
  const codes = [
    await plugin.call('2026', 'metresPerHead', [{ metres: 3 }]),
    await plugin.call('2026', 'deep', [{ list: [1] }]),
  ].map(([result]) => result !== undefined && 'error' in result && result.error.code)
  expect(codes).toEqual(['function-threw', 'function-threw'])
})

test('an endless function is stopped at its time limit, and the next call runs in a new process', async () => {
  const plugin = await loaded(
    pluginOf('metresPerHead: ({ metres }) => { while (metres === 1); return 0.25 }'),
    { callTimeout: 300 },
  )
  const late = await plugin.call('2026', 'metresPerHead', [{ metres: 1 }, { metres: 2 }])
  expect([late, await plugin.call('2026', 'metresPerHead', [{ metres: 2 }])]).toEqual([
    Array(2).fill({
      error: {
        code: 'function-timeout',
        message:
          'walkable-towns@2026 › functions.metresPerHead: did not return within 302 ms for 2 entries. A function is short and always ends.',
      },
    }),
    [{ value: 0.25 }],
  ])
})

test('a function that ends its process fails its batch alone', async () => {
  const plugin = await loaded(
    pluginOf('metresPerHead: ({ metres }) => { if (metres === 1) process.exit(3); return 0.25 }'),
  )
  const [ended] = await plugin.call('2026', 'metresPerHead', [{ metres: 1 }])
  expect([
    ended !== undefined && 'error' in ended && ended.error.code,
    await plugin.call('2026', 'metresPerHead', [{ metres: 2 }]),
  ]).toEqual(['function-host', [{ value: 0.25 }]])
})

test('a closed plugin answers no more, and a batch under way ends with it', async () => {
  const plugin = await loaded(pluginOf('metresPerHead: () => { while (true); }'))
  const underWay = plugin.call('2026', 'metresPerHead', [{}])
  const waiting = plugin.call('2026', 'metresPerHead', [{}])
  // The first batch is only sent once the queue has turned.
  await Promise.resolve()
  await plugin.close()
  const codes = [await underWay, await waiting, await plugin.call('2026', 'metresPerHead', [{}])].map(
    ([result]) => result !== undefined && 'error' in result && result.error.code,
  )
  expect(codes).toEqual(['function-host', 'function-host', 'function-host'])
})

test('after a stop, files that have changed are not run in the name of what was loaded', async () => {
  const folder = await folderWith(
    pluginOf('metresPerHead: ({ metres }) => { while (metres === 1); return 0.25 }'),
  )
  const plugin = await openPlugin(folder, { callTimeout: 300 })
  if ('error' in plugin) throw new Error('the plugin should open')
  await plugin.call('2026', 'metresPerHead', [{ metres: 1 }])
  await writeFile(join(folder, 'most.ts'), 'export const most: number = 11')
  const [result] = await plugin.call('2026', 'metresPerHead', [{ metres: 2 }])
  await plugin.close()
  expect(result !== undefined && 'error' in result && result.error.code).toBe('function-host')
})

test('the hash of the functions changes with a module that the edition imports, and with nothing else', async () => {
  const hashOf = async (files: Files) => (await loaded(files)).editions[0]?.functionsHash
  const hash = await hashOf(good)
  expect([
    (await hashOf({ ...good, 'README.md': 'new' })) === hash,
    (await hashOf({ ...good, 'plugin.ts': `${good['plugin.ts']}\n` })) === hash,
    (await hashOf({ ...good, 'most.ts': 'export const most: number = 11' })) === hash,
  ]).toEqual([true, true, false])
})

test.each([
  ['throws', `throw new Error('no')`, 'walkable-towns › plugin.ts: threw while it was loaded: Error: no.'],
  [
    'is no TypeScript',
    '\nthis is {',
    "walkable-towns › plugin.ts: threw while it was loaded in plugin.ts:2: SyntaxError: Expected ';', '}' or <eof>.",
  ],
  [
    'throws several lines',
    "throw new Error('one\\n  two')",
    'walkable-towns › plugin.ts: threw while it was loaded: Error: one two.',
  ],
  [
    'ends',
    'process.exit(4)',
    'walkable-towns › plugin.ts: ended its process while it was loaded: exit code 4.',
  ],
  [
    'exports no plugin',
    'export default 3',
    'walkable-towns › plugin.ts: the default export is not a plugin. It is definePlugin({ id, editions: […] }).',
  ],
])('a plugin.ts that %s is one clear problem', async (_, code, message) => {
  expect(await failure({ 'plugin.ts': code }, PATIENT)).toEqual([message])
})

test('a plugin.ts that loops is one clear problem', async () => {
  expect(await failure({ 'plugin.ts': 'while (true);' }, { loadTimeout: 700 })).toEqual([
    'walkable-towns › plugin.ts: did not finish loading within 700 ms. It may not wait or loop.',
  ])
})

test('a plugin.ts that speaks out of turn is not listened to', async () => {
  const chatty = `process.send(null); process.send({ kind: 'results', results: 3 }); ${good['plugin.ts']}`
  expect((await loaded({ ...good, 'plugin.ts': chatty }, PATIENT)).id).toBe('walkable-towns')
})

test.each([
  ['a date', 'scale: new Date()', 'editions.0.scale: is a Date.'],
  ['undefined', 'title: undefined', 'editions.0.title: is undefined.'],
  ['NaN', 'scale: { max: NaN }', 'editions.0.scale.max: is NaN.'],
  ['a getter', 'get title() { return "x" }', 'editions.0.title: is a getter.'],
  ['half a character', 'title: "\\ud83d"', 'editions.0.title: is a text with U+0000 or half a character.'],
  ['a stray function', 'questions: { a: () => 1 }', 'editions.0.questions.a: is a function.'],
])('%s in an edition is refused before it is changed by crossing', async (_, property, start) => {
  const [message] = await failure({
    'plugin.ts': `export default { id: 'walkable-towns', editions: [{ ${property} }] }`,
  })
  expect(message).toBe(
    `walkable-towns › plugin.ts › ${start} A rubric is data: texts, finite numbers, true, false, null, arrays and plain objects; functions go under “functions”.`,
  )
})

test('code in a plugin reads neither other files nor the environment, starts nothing and reaches no network', async () => {
  const attempts = `import fs from 'node:fs'
    import cp from 'node:child_process'
    const online = await fetch('http://127.0.0.1:48123/').then(() => 'done', error => error.cause?.code)
    const codeOf = run => { try { run(); return 'done' } catch (error) { return error.code } }
    throw new Error([codeOf(() => fs.readFileSync('/etc/hostname')), codeOf(() => fs.writeFileSync('x', '')),
      codeOf(() => cp.execSync('true')), online, Object.keys(process.env).length].join(' '))`
  expect(await failure({ 'plugin.ts': attempts })).toEqual([
    'walkable-towns › plugin.ts: threw while it was loaded: Error: ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED ERR_ACCESS_DENIED 0.',
  ])
})

test('a file where a folder is wanted is one clear problem', async () => {
  const [message] = await failure({ ...good, locales: 'a file' })
  expect(message).toMatch(
    /^walkable-towns: cannot be opened: ENOTDIR: not a directory, scandir .*locales'\.$/,
  )
})

test('a byte order mark before JSON is taken off, another encoding is told', async () => {
  const locale = '{ "editions": { "2026": { "title": "Gåbare byer" } } }'
  const plugin = await loaded({ ...good, 'locales/nb.json': `\ufeff${locale}` })
  expect(plugin.editions[0]?.locales.nb?.editions?.['2026']?.title).toBe('Gåbare byer')
  const [message] = await failure({ ...good, 'locales/nb.json': Buffer.from(locale, 'latin1') })
  expect(message).toBe(
    'walkable-towns › locales/nb.json › nb.json: cannot be read as JSON: The encoded data was not valid for encoding utf-8.',
  )
})

test('half a character in a locale is found too', async () => {
  const [message] = await failure({
    ...good,
    'locales/nb.json': '{ "editions": { "2026": { "title": "\\ud83d" } } }',
  })
  expect(message).toMatch(/nb\.json › editions\.2026\.title: is a text with U\+0000 or half a character\./)
})

test('ids have to agree with the folder, editions with each other, files with editions', async () => {
  const edition = JSON.stringify({ ...sample(), id: 'other' })
  const messages = await failure({
    'plugin.ts': `const e = ${edition}; export default { id: 'walkable', editions: [e, e] }`,
    'locales/nb.json': '{ "editions": { "2025": {} } }',
    'locales/sv.json': '{',
  })
  expect(messages).toEqual([
    expect.stringContaining('walkable-towns › locales/sv.json › sv.json: cannot be read as JSON: '),
    "walkable-towns › id: is “walkable”. It has to be the folder's name, “walkable-towns”.",
    "walkable-towns@2026 › id: is “other”. Each edition has the plugin's id, “walkable-towns”.",
    "walkable-towns@2026 › id: is “other”. Each edition has the plugin's id, “walkable-towns”.",
    'walkable-towns › editions: two are named “2026”. Each edition has its own name.',
    'walkable-towns › locales/nb.json: there is no edition “2025”. Editions: 2026, 2026.',
  ])
})

test('locales and rounds are read, and what does not fit is told with the edition', async () => {
  const round = {
    edition: '2026',
    title: 'The first',
    year: 2026,
    organiser: 'The society',
    referenceDate: '2026-01-01',
    sources: { page: { title: 'A page', where: 'https://example.org' } },
    entries: [
      {
        units: ['NO-0301'],
        name: 'Oslo',
        category: 'huge',
        place: 'winner',
        source: 'page',
        status: 'sourced',
      },
    ],
    claims: [],
  }
  const plugin = await loaded({
    ...good,
    'locales/nb.json': JSON.stringify({
      editions: { 2026: { title: 'Gåbare byer', nothing: 'x' } },
      rounds: {},
    }),
    'rounds/2026.json': JSON.stringify(round),
  })
  const codes = plugin.editions[0]?.problems.map(problem => problem.code) ?? []
  expect([
    plugin.rounds,
    plugin.editions[0]?.locales.nb?.editions?.['2026']?.title,
    [...new Set(codes)],
  ]).toEqual([[round], 'Gåbare byer', ['locale-gap', 'locale-orphan', 'unknown-reference']])
})

test('a rubric without functions may come from a file', async () => {
  const rubric = sample()
  const folder = await folderWith({ 'own.json': JSON.stringify(rubric), 'bad.json': '[]' })
  const [own, bad] = [
    await loadRubricFile(join(folder, 'own.json')),
    await loadRubricFile(join(folder, 'bad.json')),
  ]
  expect([own.problems.map(problem => problem.path), bad.problems.map(problem => problem.code)]).toEqual([
    ['criteria.network.scoring.name'],
    ['bad-value'],
  ])
})

test('plugins are the folders with a plugin.ts', async () => {
  const folder = await folderWith({ 'b/plugin.ts': '', 'a/plugin.ts': '', 'c/README.md': '' })
  expect(findPlugins(folder)).toEqual([join(folder, 'a'), join(folder, 'b')])
})

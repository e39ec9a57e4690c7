import { describe, expect, it } from 'vitest'
import { files, importsOf, read, sources } from './files.ts'

/** ARCHITECTURE.md's import table: which parts of the house a part may use. */
const MAY_USE: Record<string, readonly string[]> = {
  'packages/rubric': [],
  'packages/engine': ['@tumstock/rubric'],
  'packages/register': [],
  'packages/tables': [],
  'apps/server': ['@tumstock/rubric', '@tumstock/engine', '@tumstock/register', '@tumstock/tables'],
  'apps/admin': ['@tumstock/rubric', '@tumstock/engine', '@tumstock/server/trpc'],
  'apps/cli': [
    '@tumstock/rubric',
    '@tumstock/engine',
    '@tumstock/tables',
    '@tumstock/server/serve',
    '@tumstock/server/backup',
    '@tumstock/server/startup-error',
  ],
}
const PLUGIN_MAY_USE = ['@tumstock/rubric']
const PLUGIN_TEST_MAY_USE = ['@tumstock/rubric', '@tumstock/engine/testing']

const partOf = (path: string) => path.split('/').slice(0, 2).join('/')
/** A part may name itself: the kit's own example does. */
const nameOf = (path: string) => `@tumstock/${path.split('/')[1]}`
const isTest = (path: string) => /\.(test|test-d|db\.test)\.tsx?$/.test(path)

const allowedFor = (path: string) =>
  path.startsWith('plugins/') ? (isTest(path) ? PLUGIN_TEST_MAY_USE : PLUGIN_MAY_USE) : MAY_USE[partOf(path)]

const isAllowed = (specifier: string, allowed: readonly string[]) =>
  allowed.some(name => specifier === name || specifier.startsWith(`${name}/`))

describe('imports', () => {
  it('follow the import table', () => {
    const crossings = sources
      .filter(path => /^(packages|apps|plugins)\//.test(path))
      .flatMap(path => {
        const allowed = allowedFor(path)
        if (!allowed) return [`${path}: ${partOf(path)} is not in the import table`]
        return importsOf(read(path))
          .filter(
            specifier =>
              specifier.startsWith('@tumstock/') && !isAllowed(specifier, [...allowed, nameOf(path)]),
          )
          .map(specifier => `${path} may not import ${specifier}`)
      })
    expect(crossings).toEqual([])
  })

  it('never leave their own package by a relative path', () => {
    const strays = sources
      .filter(path => /^(packages|apps|plugins)\//.test(path))
      .flatMap(path =>
        importsOf(read(path))
          .filter(specifier => specifier.startsWith('.'))
          .map(specifier => ({ path, target: new URL(specifier, `file:///${path}`).pathname.slice(1) }))
          .filter(({ target }) => partOf(target) !== partOf(path))
          .map(({ target }) => `${path} reaches into ${target}`),
      )
    expect(strays).toEqual([])
  })

  it("let the admin see the server's types alone", () => {
    const values = sources
      .filter(path => path.startsWith('apps/admin/'))
      .filter(path => /^import\s+(?!type\b)[^'"]*\sfrom\s+'@tumstock\/server/m.test(read(path)))
    expect(values).toEqual([])
  })

  it('name no plugin outside plugins/', () => {
    const plugins = new Set(
      files.filter(path => path.startsWith('plugins/')).map(path => path.split('/')[1] ?? ''),
    )
    const named = sources
      .filter(path => /^(packages|apps)\/[^/]+\/src\//.test(path) && !isTest(path))
      .flatMap(path =>
        importsOf(read(path))
          .filter(specifier =>
            [...plugins].some(
              id => specifier.includes(`plugin-${id}`) || specifier.includes(`plugins/${id}`),
            ),
          )
          .map(specifier => `${path} names ${specifier}`),
      )
    expect(named).toEqual([])
  })
})

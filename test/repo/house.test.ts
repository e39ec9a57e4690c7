import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { files, read, root, sources } from './files.ts'

const lines = (path: string) => read(path).split('\n').length
const handWritten = sources.filter(path => !/\.gen\.ts$/.test(path))

describe('the house', () => {
  it('has no hand-written file above 400 lines', () => {
    expect(handWritten.filter(path => lines(path) > 400)).toEqual([])
  })

  it('keeps the median source file at 80 lines or fewer, and the 90th percentile at 250', () => {
    const lengths = handWritten
      .filter(path => !/\.test(-d)?\.tsx?$|\.e2e\.ts$/.test(path))
      .map(lines)
      .sort((a, b) => a - b)
    const at = (share: number) => lengths[Math.floor(share * (lengths.length - 1))] ?? 0
    expect({ median: at(0.5) <= 80, p90: at(0.9) <= 250 }).toEqual({ median: true, p90: true })
  })

  it('has no barrels', () => {
    expect(sources.filter(path => /\/index\.tsx?$/.test(path))).toEqual([])
  })

  it('carries a tag for turbo boundaries in every package', () => {
    const packages = files.filter(path => /^(apps|packages|plugins)\/[^/]+\/package\.json$/.test(path))
    expect(packages.filter(path => !files.includes(path.replace('package.json', 'turbo.json')))).toEqual([])
  })

  it('exports only files that exist', () => {
    const missing = files
      .filter(path => /^(apps|packages)\/[^/]+\/package\.json$/.test(path))
      .flatMap(path => {
        const entries = Object.values(JSON.parse(read(path)).exports ?? {}) as (string | { types: string })[]
        return entries
          .map(entry => join(dirname(path), typeof entry === 'string' ? entry : entry.types))
          .filter(target => !existsSync(root + target))
      })
    expect(missing).toEqual([])
  })

  it('skips and narrows no test', () => {
    const narrowed = files
      .filter(path => /\.(test|e2e)\.ts$/.test(path) && !path.startsWith('test/repo/'))
      .filter(path => /\b(it|test|describe)\.(only|todo|skip)\(/.test(read(path)))
    expect(narrowed).toEqual([])
  })
})

describe('documents', () => {
  const documents = files.filter(path => path.endsWith('.md'))

  it('link only to what exists', () => {
    const dead = documents.flatMap(path =>
      [...read(path).matchAll(/\]\((?!https?:|mailto:|#)([^)\s#]+)/g)]
        .map(match => normalize(join(dirname(path), match[1] ?? '')))
        .filter(target => !existsSync(root + target))
        .map(target => `${path} → ${target}`),
    )
    expect(dead).toEqual([])
  })

  it('name only paths that exist', () => {
    const gone = documents
      .filter(path => !path.startsWith('plugins/'))
      .flatMap(path =>
        [...read(path).matchAll(/`((?:apps|packages|plugins|test)\/[\w./-]+)`/g)]
          .map(match => match[1] ?? '')
          .filter(target => !existsSync(root + target))
          .map(target => `${path} → ${target}`),
      )
    expect(gone).toEqual([])
  })

  it('name only scripts that exist', () => {
    const scripts = Object.keys(JSON.parse(read('package.json')).scripts)
    const unknown = documents.flatMap(path =>
      [...read(path).matchAll(/`(?:npx -y )?pnpm(?:@[\d.]+)? (?:run )?([a-z][a-z:-]*)/g)]
        .map(match => match[1] ?? '')
        .filter(name => !scripts.includes(name) && !['install', 'test', 'start', 'exec'].includes(name))
        .map(name => `${path}: pnpm ${name}`),
    )
    expect(unknown).toEqual([])
  })

  it('pin one version of pnpm', () => {
    const pinned = JSON.parse(read('package.json')).packageManager
    const others = [...documents, '.ci/run'].flatMap(path =>
      [...read(path).matchAll(/pnpm@\d[\w.-]*/g)]
        .map(match => match[0])
        .filter(version => version !== pinned),
    )
    expect(others).toEqual([])
  })
})

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { line } from './measure.ts'

const dist = fileURLToPath(new URL('../../apps/admin/dist/', import.meta.url))
const LIMIT = 250

/** Everything that a module pulls in at once, itself included; what is imported on demand is left out. */
function staticImports(entry: string): Set<string> {
  const seen = new Set<string>()
  const visit = (name: string) => {
    if (seen.has(name)) return
    seen.add(name)
    const source = readFileSync(`${dist}assets/${name}`, 'utf8')
    for (const match of source.matchAll(
      /(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["']\.\/([^"']+\.js)["']/g,
    ))
      if (match[1]) visit(match[1])
  }
  visit(entry)
  return seen
}

const kilobytes = (names: Iterable<string>) =>
  [...names].reduce((sum, name) => sum + gzipSync(readFileSync(`${dist}assets/${name}`)).length, 0) / 1000

/** JavaScript of the first page: the entry, one language and the rounds list, gzipped. */
export function benchFirstLoad(): void {
  const html = readFileSync(`${dist}index.html`, 'utf8')
  const names = readdirSync(`${dist}assets`).filter(name => name.endsWith('.js'))
  const entry = /src="\/assets\/([^"]+\.js)"/.exec(html)?.[1]
  if (!entry) throw new Error(`${dist}index.html names no script`)
  const start = staticImports(entry)
  const first = new Set(start)
  for (const wanted of [/^nb-(?!more-)/, /^rounds-page-/])
    for (const name of names.filter(name => wanted.test(name)))
      for (const one of staticImports(name)) first.add(one)
  const size = kilobytes(first)
  line(
    'first load, JavaScript gzipped',
    `${size.toFixed(0)} kB`,
    `${((size / LIMIT) * 100).toFixed(0)} % of the limit of ${LIMIT} kB`,
  )
  line('all routes, JavaScript gzipped', `${kilobytes(names).toFixed(0)} kB`, `${names.length} files`)
}

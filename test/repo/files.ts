import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every file of the house as git sees it: tracked, or new and not ignored. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(path => path !== '' && existsSync(root + path))

export const read = (path: string): string => readFileSync(root + path, 'utf8')

export const sources: readonly string[] = files.filter(path => /\.tsx?$/.test(path))

/** What a module imports: static, dynamic and type imports alike; what a comment quotes is not an import. */
export const importsOf = (source: string): string[] =>
  [
    ...source.matchAll(/^(?:import|export)\s+(?:[\w*{][^'"`=]*?\sfrom\s+)?['"]([^'"\n]+)['"]/gm),
    ...source.matchAll(/\bimport\(\s*['"]([^'"\n]+)['"]/g),
  ].flatMap(match => match[1] ?? [])

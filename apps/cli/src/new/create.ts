import { existsSync, readdirSync } from 'node:fs'
import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { check } from '../check.ts'
import { BadInput } from '../failure.ts'
import { HOUSE } from '../house.ts'
import type { Names } from './names.ts'
import { templates } from './templates.ts'

/** What the examples read. */
const COLUMNS = {
  award: 'plan, online',
  index: 'population, fibre, speed, applications, waiting',
} as const

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** The packages that a plugin may use, linked as an install would, so that its checks run at once. */
const LINKED = ['rubric', 'engine'] as const

/** Makes a plugin in `folder`, of an award or of an index, and runs its checks. */
export async function create(folder: string, { index }: { index?: true }): Promise<void> {
  const target = resolve(folder)
  const id = basename(target)
  if (!ID.test(id))
    throw new BadInput(
      `${folder}: "${id}" cannot be an id. Allowed: small letters, digits and single hyphens, a letter first.`,
    )
  if (existsSync(target) && readdirSync(target).length > 0)
    throw new BadInput(`${folder}: this folder is not empty. Allowed: a new folder, or an empty one.`)
  const names = { id, title: titleOf(id), year: String(new Date().getUTCFullYear()) }
  for (const [path, write] of Object.entries(templates(index ? 'index' : 'award'))) {
    await mkdir(dirname(join(target, path)), { recursive: true })
    await writeFile(join(target, path), write(names))
  }
  await link(target)
  const shown = relative(process.cwd(), target) || target
  process.stdout.write(`Made ${shown}:\n`)
  await check(target, { write: true })
  process.stdout.write(nextLines(shown, names, index ? 'index' : 'award'))
  if (dirname(target) !== join(HOUSE, 'plugins'))
    process.stdout.write(
      `The server looks for plugins in ${join(HOUSE, 'plugins')}: move it there to load it.\n`,
    )
}

/** What an author does next, in the order in which it is done. */
const nextLines = (folder: string, { id, year }: Names, purpose: 'award' | 'index'): string =>
  [
    'Next:',
    `  ${join(folder, 'editions', 'first.ts')}: owner, sources and everything that is measured are examples to be replaced.`,
    `  pnpm tumstock check ${folder} --write: after every change; writes RUBRIC.md, which says in words what the edition does.`,
    `  pnpm tumstock score --rubric ${id}@${year} --data numbers.csv: with the columns unit, ${COLUMNS[purpose]}.`,
    '',
  ].join('\n')

const titleOf = (id: string) => {
  const words = id.replaceAll('-', ' ')
  return words[0]?.toUpperCase() + words.slice(1)
}

async function link(target: string): Promise<void> {
  const scope = join(target, 'node_modules', '@tumstock')
  await mkdir(scope, { recursive: true })
  for (const name of LINKED)
    await symlink(relative(scope, join(HOUSE, 'packages', name)), join(scope, name), 'dir')
}

import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import {
  isProblem,
  resolveUnits,
  type UnitChoice,
  type UnitLookup,
  type UnitProblem,
} from './resolve-unit.ts'
import { lookupFor } from './unit-lookup.ts'
import { scopeOf } from './whom.ts'

/** One line of a pasted list: a unit, and who answers for it where the line says so. */
export type ListedUnit = {
  line: number
  text: string
  unit: UnitChoice | null
  email: string | null
  /** Of the person. */
  name: string | null
  problem: {
    code: UnitProblem['code'] | 'twice' | 'bad-email'
    message: string
    candidates: readonly UnitChoice[]
  } | null
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** Reads `0511;kontakt@dovre.example;Name`, one unit a line: code or name, then, where there is one, an address. Pure. */
const readLines = (text: string, units: UnitLookup): ListedUnit[] => {
  const seen = new Map<string, number>()
  return text.split(/\r?\n/).flatMap((line, index): ListedUnit[] => {
    const cells = cellsOf(line)
    if (cells.every(cell => cell === '') || (index === 0 && isHead(cells))) return []
    const at = cells.findIndex(cell => cell.includes('@'))
    const [code = '', named = ''] = at < 0 ? cells : cells.slice(0, at)
    const email = at < 0 ? null : (cells[at] ?? null)
    const name = (at < 0 ? '' : (cells[at + 1] ?? '')) || null
    const row = { line: index + 1, text: line.trim(), unit: null, email, name, problem: null }
    const problem = (
      code: NonNullable<ListedUnit['problem']>['code'],
      message: string,
      candidates: readonly UnitChoice[] = [],
    ) => [{ ...row, problem: { code, message, candidates } }]
    const found = resolveUnits(code, named, units)
    if (isProblem(found)) return problem(found.code, found.message, found.candidates)
    const [unit, ...others] = found
    if (!unit || others.length > 0)
      return problem('several-units', 'One unit a line; joint entries are made of them later.')
    const earlier = seen.get(unit.id)
    if (earlier !== undefined) return problem('twice', `${unit.name} already stands in line ${earlier}.`)
    seen.set(unit.id, index + 1)
    if (email !== null && !EMAIL.test(email)) return problem('bad-email', `"${email}" is no e-mail address.`)
    return [{ ...row, unit }]
  })
}

/** Spreadsheets paste with tabs, files come with semicolons or commas. */
const cellsOf = (line: string): string[] => {
  const separator = line.includes('\t') ? '\t' : line.includes(';') ? ';' : ','
  return line.split(separator).map(cell => cell.trim().replace(/^"(.*)"$/, '$1'))
}

const HEADS = [
  'e-post',
  'epost',
  'e-mail',
  'email',
  'kode',
  'kod',
  'code',
  'kommune',
  'kommun',
  'municipality',
  'unit',
]

const isHead = (cells: readonly string[]): boolean => cells.some(cell => HEADS.includes(cell.toLowerCase()))

/** What a pasted list says at the round's reference date; a name of several units is never chosen from. */
export async function readList(
  ctx: Context,
  { round: id, text }: { round: string; text: string },
): Promise<ListedUnit[]> {
  const { round } = await placeFor(ctx, ctx.db, 'entries.invite', { round: id })
  return readLines(text, lookupFor(await scopeOf(ctx.db, round)))
}

import { isEmail } from '../ui/is-email.ts'
import { ofEntry, type RoundRole } from './seats.ts'

export type ListedPerson = { name: string; email: string; role: RoundRole; entry?: string }

export type ListProblem = {
  /** Counted from 1, as an editor does. */
  line: number
  what: 'email' | 'name' | 'role' | 'entry' | 'noEntry' | 'twice' | 'tooMany'
  /** What stands there instead, or the role that is meant. */
  text: string
}

export type Reading = {
  /** The role of a line that names none. */
  role: RoundRole
  /** Names of roles as the reader writes them, each with the role that it means. */
  roles: ReadonlyMap<string, RoundRole>
  entries: readonly { id: string; name: string }[]
}

const MOST = 2000

/**
 * Reads `name; e-mail; role; entry`, one person a line, with semicolons or as copied from a spreadsheet. The order of name
 * and e-mail does not matter; role and entry may be left out.
 */
export function readList(
  text: string,
  reading: Reading,
): { people: ListedPerson[]; problems: ListProblem[] } {
  const people: ListedPerson[] = []
  const problems: ListProblem[] = []
  const seen = new Set<string>()
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '') continue
    const read = readLine(line, reading)
    if ('what' in read) {
      problems.push({ line: at + 1, ...read })
      continue
    }
    const key = JSON.stringify([read.email.toLowerCase(), read.role, read.entry])
    if (seen.has(key)) problems.push({ line: at + 1, what: 'twice', text: read.email })
    else if (people.length === MOST) problems.push({ line: at + 1, what: 'tooMany', text: '' })
    else people.push(read)
    seen.add(key)
  }
  return { people, problems }
}

const same = (text: string) => text.trim().toLocaleLowerCase()

function readLine(line: string, reading: Reading): ListedPerson | Omit<ListProblem, 'line'> {
  const cells = line.split(line.includes('\t') ? '\t' : ';').map(cell => cell.trim())
  const email = cells.slice(0, 2).find(cell => isEmail(cell))
  if (email === undefined) return { what: 'email', text: cells[1] ?? '' }
  const name = cells.slice(0, 2).find(cell => cell !== email) ?? ''
  if (name === '') return { what: 'name', text: '' }
  const [, , roleText = '', entryText = ''] = cells
  const role = roleText === '' ? reading.role : reading.roles.get(same(roleText))
  if (role === undefined) return { what: 'role', text: roleText }
  if (!ofEntry(role)) return { name, email, role }
  if (entryText === '') return { what: 'noEntry', text: role }
  const entry = reading.entries.find(one => one.id === entryText || same(one.name) === same(entryText))
  return entry ? { name, email, role, entry: entry.id } : { what: 'entry', text: entryText }
}

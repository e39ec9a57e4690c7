/** A unit as the preview needs it; what the register knows beyond that does not matter here. */
export type UnitChoice = { id: string; code: string; name: string; kind: string; country: string }

/** The register at the round's reference date. */
export type UnitLookup = {
  /** All units whose code, register id or name this is. */
  find(text: string): readonly UnitChoice[]
  /** The likeliest units for a text that `find` does not know, best first. */
  suggest(text: string): readonly UnitChoice[]
}

export type UnitProblem = {
  code: 'unknown-unit' | 'several-units' | 'unit-name-differ' | 'no-unit' | 'twice-in-row'
  message: string
  allowed: string
  candidates: readonly UnitChoice[]
}

const list = (units: readonly UnitChoice[]) => units.map(unit => `${unit.id} ${unit.name}`).join(', ')

const ALLOWED = 'a code, a register id or a name that stands for one unit at the reference date'

const unknown = (text: string, candidates: readonly UnitChoice[]): UnitProblem => ({
  code: 'unknown-unit',
  message: `No unit "${text}" at the reference date.${candidates.length > 0 ? ` Meant perhaps: ${list(candidates)}.` : ''}`,
  allowed: ALLOWED,
  candidates,
})

const resolveOne = (text: string, name: string, units: UnitLookup): UnitChoice | UnitProblem => {
  const found = text === '' ? [] : units.find(text)
  const named = name === '' ? [] : units.find(name)
  const both = found.filter(unit => named.some(other => other.id === unit.id))
  // The name beside a code may tell twins apart, never overrule the code.
  const [one, ...others] = both.length > 0 ? both : text === '' ? named : found
  if (!one) {
    const candidates = units.suggest(text === '' ? name : text)
    // A spreadsheet takes the zero off 0511; with the name beside it, the code is beyond doubt.
    const agreed = candidates.filter(
      unit => unit.code === text.padStart(unit.code.length, '0') && named.some(n => n.id === unit.id),
    )
    return agreed.length === 1 && agreed[0] ? agreed[0] : unknown(text === '' ? name : text, candidates)
  }
  if (others.length > 0) {
    return {
      code: 'several-units',
      message: `"${text === '' ? name : text}" is the name of several units: ${list([one, ...others])}.`,
      allowed: 'the code or register id of one of them',
      candidates: [one, ...others],
    }
  }
  if (both.length === 0 && text !== '' && named.length > 0) {
    return {
      code: 'unit-name-differ',
      message: `"${text}" is ${one.name}, but the name beside it is that of ${list(named)}.`,
      allowed: 'a unit and a name that belong together',
      candidates: [one, ...named],
    }
  }
  return one
}

export const isProblem = (found: UnitChoice | UnitProblem | readonly UnitChoice[]): found is UnitProblem =>
  'allowed' in found

/** The unit or, joined by `+` with the lead first, the units that a row is about. Several matches are never chosen from. */
export const resolveUnits = (
  text: string,
  name: string,
  units: UnitLookup,
): readonly UnitChoice[] | UnitProblem => {
  if (text === '' && name === '') {
    return { code: 'no-unit', message: 'The row names no unit.', allowed: ALLOWED, candidates: [] }
  }
  const parts = text.split('+').map(part => part.trim())
  if (parts.length === 1) {
    const one = resolveOne(text, name, units)
    return isProblem(one) ? one : [one]
  }
  const found: UnitChoice[] = []
  for (const part of parts) {
    const one = resolveOne(part, '', units)
    if (isProblem(one)) return one
    if (found.some(unit => unit.id === one.id)) {
      const message = `${one.id} ${one.name} stands twice in this row.`
      return { code: 'twice-in-row', message, allowed: 'each unit of an entry once', candidates: [] }
    }
    found.push(one)
  }
  return found
}

import type { Finding } from '../problem.ts'

/**
 * The first thing in `value` that a JSON round trip would change, drop or refuse, or that could not be stored or hashed; null when it survives unchanged.
 * Getters count: what they return may differ each time.
 */
export const notPlain = (
  value: unknown,
  path = '',
  above: ReadonlySet<object> = new Set(),
): Finding | null => {
  if (typeof value === 'string')
    return isText(value) ? null : refuse(path, 'a text with U+0000 or half a character')
  if (typeof value === 'boolean' || value === null) return null
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? null
      : refuse(path, Object.is(value, -0) ? '-0' : String(value))
  if (typeof value !== 'object') return refuse(path, value === undefined ? 'undefined' : `a ${typeof value}`)
  if (above.has(value)) return refuse(path, 'a circle back to what holds it')
  const prototype: unknown = Object.getPrototypeOf(value)
  if (
    Array.isArray(value)
      ? prototype !== Array.prototype
      : prototype !== Object.prototype && prototype !== null
  )
    return refuse(path, `a ${value.constructor?.name ?? 'class instance'}`)
  return withinObject(value, path, new Set([...above, value]))
}

/** PostgreSQL holds no U+0000, and there is no canonical JSON, and so no hash, of half a surrogate pair. */
const isText = (value: string): boolean => !value.includes('\0') && value.isWellFormed()

const withinObject = (value: object, path: string, above: ReadonlySet<object>): Finding | null => {
  if (Object.getOwnPropertySymbols(value).length > 0) return refuse(path, 'an object with a symbol as key')
  for (const key of Object.keys(value)) {
    const inner = path === '' ? key : `${path}.${key}`
    if (key === '__proto__') return refuse(inner, 'a key that no object can hold')
    const property = Object.getOwnPropertyDescriptor(value, key)
    if (property === undefined || !('value' in property)) return refuse(inner, 'a getter')
    const found = notPlain(property.value, inner, above)
    if (found !== null) return found
  }
  return Array.isArray(value) && Object.keys(value).length !== value.length
    ? refuse(path, 'an array with holes')
    : null
}

const refuse = (path: string, what: string): Finding => ({
  code: 'not-plain',
  path,
  says: `is ${what}. A rubric is data: texts, finite numbers, true, false, null, arrays and plain objects; functions go under “functions”.`,
})

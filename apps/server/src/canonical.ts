import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** RFC 8785: equal values have equal text, whatever the order of their keys. */
export function canonical(value: object): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('This value has no JSON.')
  return text
}

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex')

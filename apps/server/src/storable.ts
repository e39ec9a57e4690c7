export const UNSTORABLE = 'The text holds a character that cannot be stored (U+0000, or half of a pair).'

/**
 * False as soon as a text in it holds U+0000, which PostgreSQL does not take, or half of a surrogate pair, of which no
 * canonical JSON can be made.
 */
export const isStorable = (value: unknown): boolean => {
  // Not by recursion: what a request nests ever so deep must not end the stack.
  const open: unknown[] = [value]
  while (open.length > 0) {
    const one = open.pop()
    if (typeof one === 'string' ? !isStorableText(one) : false) return false
    if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) {
        if (!isStorableText(key)) return false
        open.push(inner)
      }
  }
  return true
}

export const isStorableText = (text: string): boolean => !text.includes('\0') && text.isWellFormed()

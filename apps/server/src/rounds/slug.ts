const LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ä: 'a',
  ö: 'o',
  ð: 'd',
  þ: 'th',
  ß: 'ss',
}

/** The installation's own rounds end so, also those of plugins that are put in later. */
const RESERVED = /-(record|synthetic)$/

/** A title as it can stand in an address: `Årets e-kommune 2015` → `arets-e-kommune-2015`. */
export const slugOf = (title: string): string => {
  const plain = title
    .toLowerCase()
    .replace(/[æøåäöðþß]/g, letter => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '')
  if (plain === '') return 'round'
  return RESERVED.test(plain) ? `${plain}-round` : plain
}

/** The first of `slug`, `slug-2`, `slug-3`… that is not taken. */
export const freeSlug = (slug: string, taken: ReadonlySet<string>): string => {
  let free = slug
  for (let n = 2; taken.has(free); n++) free = `${slug}-${n}`
  return free
}

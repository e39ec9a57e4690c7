/** What a table sorts and finds its rows by; null = no value. */
export type TableValue = string | number | null

export type TableSort = { column: string; descending: boolean }

/** As it stands in an address: `score` or `-score`. */
export const sortText = ({ column, descending }: TableSort): string => (descending ? `-${column}` : column)

export const sortOf = (text: string): TableSort =>
  text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false }

/** Ascending; names as the language orders them, with numbers in them as numbers. */
export const compareValues = (a: string | number, b: string | number, collator: Intl.Collator): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))

/** True when every word of `text` stands in one of the values, whatever its case. */
export const isFound = (text: string, values: readonly TableValue[], locale: string): boolean => {
  const all = values.map(value => (value === null ? '' : String(value).toLocaleLowerCase(locale)))
  return text
    .toLocaleLowerCase(locale)
    .split(/\s+/)
    .every(word => all.some(value => value.includes(word)))
}

/** The few pieces of Markdown that the page is made of. */

const READABLE = new Intl.NumberFormat('en', { maximumFractionDigits: 2, useGrouping: false })

/** A weight or share of points for reading, two decimals at most. Scores are never computed from it. */
export const decimal = (value: number): string => READABLE.format(value)

export const code = (text: string): string => `\`${text}\``

export const list = (items: readonly string[]): string => items.map(item => `- ${item}`).join('\n')

export const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return ''
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')
}

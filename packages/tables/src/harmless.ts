/**
 * Where a spreadsheet would begin a cell that it runs: at the start of the text, and after what is a separator of cells or
 * rows to some of them. In Norwegian and Swedish that is the semicolon, and quotes within a line then count for nothing.
 */
const RUNS = /(?<=^|[;\t\r\n])(?=[=+\-@＝＋－＠])|^(?=[\t\r])/g

/** A text for a CSV file that no spreadsheet takes for a formula: an apostrophe before it makes it a text. */
export const harmless = (text: string): string => text.replace(RUNS, "'")

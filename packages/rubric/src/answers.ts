/** What one question or indicator holds for one entry, and how a written cell becomes it. */
import type { Indicator, Question } from './contract.ts'

/** "Do not know" and "not applicable", as they stand in files and in the database. No option may carry these ids. */
export const DONT_KNOW = '?'
export const NOT_APPLICABLE = 'n/a'

/** Most characters of a text, date, url or file answer. */
export const MAX_TEXT = 10_000

/** A number, an option id, several option ids, a text, or one of the two words above. Missing is absence or null. */
export type AnswerValue = number | string | readonly string[]

export type AnswerProblem = {
  code:
    | 'not-a-number'
    | 'not-an-option'
    | 'out-of-range'
    | 'not-a-date'
    | 'not-a-url'
    | 'not-allowed'
    | 'too-long'
  /** One line: what is wrong and what is allowed. */
  message: string
}

export type ParsedAnswer = { value: AnswerValue | null } | { problem: AnswerProblem }

export type Askable = Question | Indicator

/** Absent or null. "Do not know" and "not applicable" are answers. */
export const isMissing = (value: unknown): value is null | undefined => value === undefined || value === null

const refuse = (code: AnswerProblem['code'], message: string): ParsedAnswer => ({
  problem: { code, message },
})

/** A per cent from 0 to 100. */
export const isShare = (asked: Askable): boolean => 'type' in asked && asked.type === 'share'

const isQuestion = (asked: Askable): asked is Question => 'type' in asked

/** Digits in one run or in threes set apart by spaces, then at most one decimal mark: a comma or a point. */
const NUMBER = /^[+-]?(\d+|\d{1,3}( \d{3})+)([.,]\d+)?(e[+-]?\d+)?$/i

const readNumber = (raw: string): number | null => {
  const text = raw.replace(/[\u00a0\u2009\u202f]/g, ' ').replace(/^\u2212/, '-')
  return NUMBER.test(text) ? Number(text.replaceAll(' ', '').replace(',', '.')) : null
}

/**
 * The answer that a written cell holds. An empty cell is missing (`value: null`).
 *
 * - Numbers: decimal comma or point, thousands set apart by spaces only (`10 000,5`); `1.234,5` is refused, not guessed.
 *   A `share` may carry `%`.
 * - Choices: the option's id, or its text in any of the given languages whatever its case. Several are separated by `;` or `|`.
 * - `?` and `n/a` where the question allows them.
 *
 * @param translated the same question in other languages, for the texts of its options
 */
export const parseAnswer = (
  asked: Askable,
  raw: string,
  translated: readonly Askable[] = [],
): ParsedAnswer => {
  const cell = raw.trim()
  if (cell === '') return { value: null }
  if (cell === DONT_KNOW || cell === NOT_APPLICABLE) return validateAnswer(asked, cell)
  if (!isQuestion(asked) || asked.type === 'number' || asked.type === 'share') {
    const percent = isQuestion(asked) && asked.type === 'share'
    const number = readNumber(percent ? cell.replace(/\s*%$/, '') : cell)
    if (number === null)
      return refuse('not-a-number', `“${shown(cell)}” is not a number. Write it as 1234,5 or 1234.5.`)
    return validateAnswer(asked, number)
  }
  if (asked.type === 'choice') return validateAnswer(asked, optionOf(asked, cell, translated))
  if (asked.type !== 'multiple') return validateAnswer(asked, cell)
  if (optionIn(asked, cell, translated) !== undefined)
    return validateAnswer(asked, [optionOf(asked, cell, translated)])
  const parts = cell.split(/[;|]/).map(part => part.trim())
  return validateAnswer(
    asked,
    parts.filter(part => part !== '').map(part => optionOf(asked, part, translated)),
  )
}

type Optioned = Question & { type: 'choice' | 'multiple' }

const optionIn = (asked: Optioned, written: string, translated: readonly Askable[]): string | undefined => {
  if (Object.hasOwn(asked.options, written)) return written
  const wanted = written.toLocaleLowerCase()
  const named = [asked, ...translated].flatMap(question =>
    isQuestion(question) && 'options' in question
      ? Object.keys(asked.options).filter(id => question.options[id]?.text.toLocaleLowerCase() === wanted)
      : [],
  )
  // A text that two options share names neither of them.
  return new Set(named).size === 1 ? named[0] : undefined
}

const optionOf = (asked: Optioned, written: string, translated: readonly Askable[]): string =>
  optionIn(asked, written, translated) ?? written

/**
 * Holds an answer to its question and puts it in the one form that is stored: texts trimmed (an empty one is missing),
 * several options once each in the question's order.
 */
export const validateAnswer = (asked: Askable, value: unknown): ParsedAnswer => {
  if (isMissing(value)) return { value: null }
  if (value === DONT_KNOW || value === NOT_APPLICABLE) return wordAllowed(asked, value)
  if (!isQuestion(asked)) return numberWithin(value, asked.min, asked.max)
  switch (asked.type) {
    case 'number':
      return numberWithin(value, asked.min, asked.max)
    case 'share':
      return numberWithin(value, asked.min ?? 0, asked.max ?? 100)
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(asked.options, value)
        ? { value }
        : notAnOption(asked, value)
    case 'multiple':
      return several(asked, value)
    default:
      return textOf(asked.type, value)
  }
}

const wordAllowed = (asked: Askable, word: string): ParsedAnswer => {
  const allowed = isQuestion(asked) && (word === DONT_KNOW ? asked.unknown : asked.notApplicable)
  const meaning = word === DONT_KNOW ? 'do not know' : 'not applicable'
  return allowed ? { value: word } : refuse('not-allowed', `“${word}” (${meaning}) is not an answer here.`)
}

const numberWithin = (value: unknown, min = -Infinity, max = Infinity): ParsedAnswer => {
  if (typeof value !== 'number' || !Number.isFinite(value))
    return refuse('not-a-number', `“${shown(value)}” is not a number.`)
  if (value >= min && value <= max) return { value }
  const allowed =
    max === Infinity ? `at least ${min}` : min === -Infinity ? `at most ${max}` : `${min} to ${max}`
  return refuse('out-of-range', `${value} is out of range. Allowed: ${allowed}.`)
}

const notAnOption = (asked: Optioned, value: unknown): ParsedAnswer =>
  refuse(
    'not-an-option',
    `“${shown(value)}” is not an option. Allowed: ${Object.keys(asked.options).join(', ')}.`,
  )

const several = (asked: Optioned, value: unknown): ParsedAnswer => {
  if (!Array.isArray(value)) return notAnOption(asked, value)
  const stranger = value.find(id => typeof id !== 'string' || !Object.hasOwn(asked.options, id))
  if (stranger !== undefined) return notAnOption(asked, stranger)
  return { value: Object.keys(asked.options).filter(id => value.includes(id)) }
}

const textOf = (type: 'text' | 'date' | 'url' | 'file', value: unknown): ParsedAnswer => {
  if (typeof value !== 'string') return refuse('not-allowed', `“${shown(value)}” is not a text.`)
  const text = value.trim()
  if (text === '') return { value: null }
  if (text.length > MAX_TEXT)
    return refuse('too-long', `The answer has ${text.length} characters. Allowed: at most ${MAX_TEXT}.`)
  if (type === 'date' && !isDate(text))
    return refuse('not-a-date', `“${shown(text)}” is not a date. Write it as 2026-12-31.`)
  if (type === 'url' && !isUrl(text))
    return refuse('not-a-url', `“${shown(text)}” is not a web address. It begins with https:// or http://.`)
  return { value: text }
}

/** True for a day of the calendar written as `2026-12-31`. */
export const isDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

const isUrl = (text: string): boolean => /^https?:\/\//i.test(text) && URL.canParse(text)

/** A value short enough for one line of a message. */
const shown = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

import type { RoundRole } from '../../db/taking-part.ts'
import { en } from './en.ts'
import { nb } from './nb.ts'
import { nn } from './nn.ts'
import { sv } from './sv.ts'

/** The languages that letters are written in. */
export const LETTER_LANGUAGES = ['nb', 'nn', 'sv', 'en'] as const
export type LetterLanguage = (typeof LETTER_LANGUAGES)[number]

export type Written = { subject: string; text: string }

/** A time as readers of another zone understand it: in the organiser's, which is named. */
export type Deadline = { at: string; timeZone: string }

export type InvitationWords = {
  /** Whom it is to. */
  name: string
  round: string
  /** Who runs the round; null where nobody does. */
  organisation: string | null
  /** Who asks; null when it is the installation itself. */
  by: string | null
  role: RoundRole
  /** Of a lead or contributor. */
  entry: string | null
  /** Somebody else has proposed the entry; it may complete or decline that until the deadline. */
  nominated: boolean
  /** The areas of a contributor who does not answer all. */
  areas: readonly string[]
  /** When the stage in which they have something to do closes. */
  deadline: Deadline | null
  link: string
  /** Until when the link works. */
  until: Deadline
}

/** Every letter that the server writes by itself, in one language. Plain text: every mail program shows it alike. */
export type Letters = { invitation: (words: InvitationWords) => Written }

const LETTERS: Record<LetterLanguage, Letters> = { nb, nn, sv, en }

/** The letter language for a reader: their own where there are letters in it, else the one that they read best. */
export const letterLanguage = (language: string): LetterLanguage => {
  const known = LETTER_LANGUAGES.find(one => one === language)
  return known ?? (language === 'da' || language === 'no' ? 'nb' : language === 'fi' ? 'sv' : 'en')
}

export const lettersIn = (language: string): Letters => LETTERS[letterLanguage(language)]

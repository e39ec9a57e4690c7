import type { LetterLanguage, Written } from '../mail/letters/letters.ts'
import { timeIn } from '../mail/letters/paragraphs.ts'

/** What a reminder says until the organiser words it otherwise. */

/** What may stand in braces in a text, and is filled in for each entry. */
const BLANKS = ['entry', 'round', 'deadline', 'link'] as const
type Blanks = Readonly<Record<(typeof BLANKS)[number], string>>

export const STANDARD: Readonly<Record<LetterLanguage, Written>> = {
  nb: {
    subject: 'Påminnelse: {round}',
    text: 'Hei!\n\nVi mangler fortsatt svar fra {entry} i {round}. Fristen er {deadline}.\n\nDet dere har fylt ut, er lagret. Fortsett her:\n{link}\n',
  },
  nn: {
    subject: 'Påminning: {round}',
    text: 'Hei!\n\nVi manglar framleis svar frå {entry} i {round}. Fristen er {deadline}.\n\nDet de har fylt ut, er lagra. Hald fram her:\n{link}\n',
  },
  sv: {
    subject: 'Påminnelse: {round}',
    text: 'Hej!\n\nVi saknar fortfarande svar från {entry} i {round}. Sista svarstid är {deadline}.\n\nDet ni har fyllt i är sparat. Fortsätt här:\n{link}\n',
  },
  en: {
    subject: 'Reminder: {round}',
    text: 'Hello,\n\nWe are still waiting for the answers of {entry} in {round}. They are due by {deadline}.\n\nWhat you have filled in is saved. Continue here:\n{link}\n',
  },
}

const NO_DEADLINE: Readonly<Record<LetterLanguage, string>> = {
  nb: 'ikke satt',
  nn: 'ikkje sett',
  sv: 'inte bestämd',
  en: 'not set',
}

/** Fills in the blanks. A brace that is none of them stays as it was written. */
export const fill = ({ subject, text }: Written, blanks: Blanks): Written => {
  const filled = (words: string) =>
    words.replaceAll(/\{(\w+)\}/g, (all, name: string) =>
      Object.hasOwn(blanks, name) ? blanks[name as keyof Blanks] : all,
    )
  return { subject: filled(subject), text: filled(text) }
}

/** A time in words, in the organiser's zone. */
export const deadlineIn = (language: LetterLanguage, at: string | null, timeZone: string): string =>
  at === null ? NO_DEADLINE[language] : timeIn(language, { at, timeZone })

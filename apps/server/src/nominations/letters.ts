import { type LetterLanguage, letterLanguage, type Written } from '../mail/letters/letters.ts'
import { paragraphs } from '../mail/letters/paragraphs.ts'

/** What a nominator sent. */
export type Sent = {
  name: string
  round: string
  units: string
  title: string | null
  answers: readonly { question: string; answer: string }[]
}

type Words = { hello: string; thanks: string; sent: string; then: string; not: string; subject: string }

const WORDS: Record<LetterLanguage, (sent: Sent) => Words> = {
  en: ({ name, round, units }) => ({
    subject: `Your nomination: ${units}`,
    hello: `Hello ${name},`,
    thanks: `Thank you for nominating ${units} for ${round}. This is what you sent:`,
    sent: 'Title',
    then: 'The organiser reads it and writes to the municipality, which completes it or declines.',
    not: 'If it was not you who sent it, answer this letter or write to the organiser.',
  }),
  nb: ({ name, round, units }) => ({
    subject: `Nominasjonen din: ${units}`,
    hello: `Hei, ${name}!`,
    thanks: `Takk for at du nominerte ${units} til ${round}. Dette sendte du:`,
    sent: 'Tittel',
    then: 'Arrangøren leser nominasjonen og skriver til kommunen, som fullfører den eller takker nei.',
    not: 'Var det ikke du som sendte den, kan du svare på dette brevet eller skrive til arrangøren.',
  }),
  nn: ({ name, round, units }) => ({
    subject: `Nominasjonen din: ${units}`,
    hello: `Hei, ${name}!`,
    thanks: `Takk for at du nominerte ${units} til ${round}. Dette sende du:`,
    sent: 'Tittel',
    then: 'Arrangøren les nominasjonen og skriv til kommunen, som fullfører han eller takkar nei.',
    not: 'Var det ikkje du som sende han, kan du svare på dette brevet eller skrive til arrangøren.',
  }),
  sv: ({ name, round, units }) => ({
    subject: `Din nominering: ${units}`,
    hello: `Hej ${name}!`,
    thanks: `Tack för att du har nominerat ${units} till ${round}. Det här skickade du:`,
    sent: 'Rubrik',
    then: 'Arrangören läser nomineringen och skriver till kommunen, som kompletterar den eller tackar nej.',
    not: 'Var det inte du som skickade den kan du svara på det här brevet eller skriva till arrangören.',
  }),
}

/** Confirms a nomination to whoever sent it, with all that they wrote. */
export const confirmation = ({ language, ...sent }: Sent & { language: string }): Written => {
  const words = WORDS[letterLanguage(language)](sent)
  return {
    subject: words.subject,
    text: paragraphs(
      words.hello,
      words.thanks,
      sent.title && `${words.sent}: ${sent.title}`,
      ...sent.answers.map(({ question, answer }) => `${question}\n${answer}`),
      words.then,
      words.not,
    ),
  }
}

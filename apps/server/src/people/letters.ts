import type { LetterLanguage, Written } from '../mail/letters/letters.ts'
import { paragraphs } from '../mail/letters/paragraphs.ts'

/** What people hear by e-mail about signing in. */
type Letters = {
  link: (facts: { link: string; minutes: number }) => Written
  welcome: (facts: { name: string; address: string }) => Written
}

export const LETTERS: Record<LetterLanguage, Letters> = {
  en: {
    link: ({ link, minutes }) => ({
      subject: 'Your link to sign in to Tumstock',
      text: paragraphs(
        `Follow this link to sign in. It works once, within ${minutes} minutes:`,
        link,
        'If you did not ask for it, you need not do anything.',
      ),
    }),
    welcome: ({ name, address }) => ({
      subject: 'You have access to Tumstock',
      text: paragraphs(
        `Hello ${name},`,
        'You have been given access to Tumstock. Sign in here, with a link that is sent to this address:',
        `${address}/sign-in`,
      ),
    }),
  },
  nb: {
    link: ({ link, minutes }) => ({
      subject: 'Lenken din for å logge inn i Tumstock',
      text: paragraphs(
        `Følg denne lenken for å logge inn. Den virker én gang, innen ${minutes} minutter:`,
        link,
        'Har du ikke bedt om den, trenger du ikke å gjøre noe.',
      ),
    }),
    welcome: ({ name, address }) => ({
      subject: 'Du har fått tilgang til Tumstock',
      text: paragraphs(
        `Hei ${name},`,
        'Du har fått tilgang til Tumstock. Logg inn her, med en lenke som sendes til denne adressen:',
        `${address}/sign-in`,
      ),
    }),
  },
  nn: {
    link: ({ link, minutes }) => ({
      subject: 'Lenkja di for å logge inn i Tumstock',
      text: paragraphs(
        `Følg denne lenkja for å logge inn. Ho verkar éin gong, innan ${minutes} minutt:`,
        link,
        'Har du ikkje bede om ho, treng du ikkje gjere noko.',
      ),
    }),
    welcome: ({ name, address }) => ({
      subject: 'Du har fått tilgang til Tumstock',
      text: paragraphs(
        `Hei ${name},`,
        'Du har fått tilgang til Tumstock. Logg inn her, med ei lenkje som blir send til denne adressa:',
        `${address}/sign-in`,
      ),
    }),
  },
  sv: {
    link: ({ link, minutes }) => ({
      subject: 'Din länk för att logga in i Tumstock',
      text: paragraphs(
        `Följ länken för att logga in. Den fungerar en gång, inom ${minutes} minuter:`,
        link,
        'Om du inte har bett om den behöver du inte göra något.',
      ),
    }),
    welcome: ({ name, address }) => ({
      subject: 'Du har fått tillgång till Tumstock',
      text: paragraphs(
        `Hej ${name}!`,
        'Du har fått tillgång till Tumstock. Logga in här, med en länk som skickas till den här adressen:',
        `${address}/sign-in`,
      ),
    }),
  },
}

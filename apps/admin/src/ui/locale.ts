import { useTranslation } from 'react-i18next'

const LOCALES: Record<string, string> = { nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE', en: 'en-GB' }

/** The locale that numbers and dates of an interface language are written in. */
const localeOf = (language: string): string => LOCALES[language] ?? language

/** The locale of the language that is shown. */
export const useLocale = (): string => localeOf(useTranslation().i18n.language)

import { createInstance, type i18n, type ResourceKey } from 'i18next'

export const LOCALES = { en: 'en-GB', nb: 'nb-NO', nn: 'nn-NO', sv: 'sv-SE' } as const
export type Language = keyof typeof LOCALES
export const LANGUAGES = Object.keys(LOCALES) as readonly Language[]

/** Some areas' texts in all languages, the first the usual one; without a language to fall back on, so that a gap shows. */
export async function spoken(
  areas: Readonly<Record<string, Readonly<Record<Language, ResourceKey>>>>,
): Promise<i18n> {
  const names = Object.keys(areas)
  const textsIn = (language: Language) =>
    Object.fromEntries(Object.entries(areas).map(([area, texts]) => [area, texts[language]]))
  const instance = createInstance()
  await instance.init({
    resources: Object.fromEntries(LANGUAGES.map(language => [language, textsIn(language)])),
    ns: names,
    defaultNS: names[0] ?? false,
    fallbackLng: false,
    interpolation: { escapeValue: false },
  })
  return instance
}

import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Texts } from './en.ts'

export const LANGUAGES = { nb: 'Norsk bokmål', nn: 'Norsk nynorsk', sv: 'Svenska', en: 'English' } as const
export type Language = keyof typeof LANGUAGES

const load: Record<Language, () => Promise<{ texts: Texts }>> = {
  nb: () => import('./nb.ts'),
  nn: () => import('./nn.ts'),
  sv: () => import('./sv.ts'),
  en: () => import('./en.ts'),
}

const CHOSEN = 'tumstock.language'
const isLanguage = (code: string | null | undefined): code is Language => !!code && Object.hasOwn(load, code)

/** The browser's first language that we have; `no` is bokmål, `da` reads it best. */
function browserLanguage(): Language {
  for (const tag of navigator.languages) {
    const code = tag.split('-')[0]
    if (isLanguage(code)) return code
    if (code === 'no' || code === 'da') return 'nb'
  }
  return 'en'
}

export const i18n: I18n = createInstance()

/** Loads one language's texts and shows them; the choice is kept in this browser. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(CHOSEN, language)
  await show(language)
}

async function show(language: Language) {
  const { texts } = await load[language]()
  for (const [area, bundle] of Object.entries(texts)) i18n.addResourceBundle(language, area, bundle)
  await i18n.changeLanguage(language)
  document.documentElement.lang = language
}

export async function startText(): Promise<void> {
  await i18n.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    ns: ['frame'],
    defaultNS: 'frame',
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  })
  const chosen = localStorage.getItem(CHOSEN)
  await show(isLanguage(chosen) ? chosen : browserLanguage())
}

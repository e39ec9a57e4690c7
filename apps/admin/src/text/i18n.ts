import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { FirstTexts, MoreTexts } from './en.ts'

export const LANGUAGES = { nb: 'Norsk bokmål', nn: 'Norsk nynorsk', sv: 'Svenska', en: 'English' } as const
export type Language = keyof typeof LANGUAGES

type Loader = { first: () => Promise<{ texts: FirstTexts }>; more: () => Promise<{ texts: MoreTexts }> }

const load: Record<Language, Loader> = {
  nb: { first: () => import('./nb.ts'), more: () => import('./nb-more.ts') },
  nn: { first: () => import('./nn.ts'), more: () => import('./nn-more.ts') },
  sv: { first: () => import('./sv.ts'), more: () => import('./sv-more.ts') },
  en: { first: () => import('./en.ts'), more: () => import('./en-more.ts') },
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

const add = (language: Language, texts: FirstTexts | MoreTexts) => {
  for (const [area, bundle] of Object.entries(texts)) i18n.addResourceBundle(language, area, bundle)
}

const shown: { language?: Language; more?: Promise<void> } = {}

/** Brings the words of every page but the first, in the language that is shown. */
export function moreText(): Promise<void> {
  const { language } = shown
  if (!language) throw new Error('No language is shown yet.')
  shown.more ??= load[language].more().then(({ texts }) => add(language, texts))
  return shown.more
}

async function show(language: Language) {
  // Whoever changes the language may be on any page.
  const whole = shown.more !== undefined
  const { texts } = await load[language].first()
  add(language, texts)
  shown.language = language
  delete shown.more
  if (whole) await moreText()
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

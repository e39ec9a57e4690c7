import type { RubricData } from '../contract.ts'
import type { Finding } from '../problem.ts'
import type { RecordedRound } from '../record.ts'
import { type Locales, type Texts, textsOf } from '../text.ts'

type Languages = Pick<RubricData, 'languages' | 'baseLanguage'>

/** Translations that are missing, and translations of nothing. A gap is shown in the base language, so it only warns. */
export function* checkLocales(
  definition: RubricData | RecordedRound,
  { languages, baseLanguage }: Languages,
  locales: Locales,
): Generator<Finding> {
  const part = 'apiVersion' in definition ? 'editions' : 'rounds'
  const paths = [...textsOf(definition).keys()]
  for (const language of languages) {
    if (language === baseLanguage) continue
    const texts = locales[language]?.[part]?.[definition.edition]
    const where = `locales/${language}.json › ${part}.${definition.edition}`
    if (texts === undefined)
      yield gap(where, `no translations. ${paths.length} texts are in “${baseLanguage}” only.`)
    else yield* compare(where, paths, texts)
  }
  for (const language of Object.keys(locales))
    if (!languages.includes(language) && locales[language]?.[part]?.[definition.edition] !== undefined)
      yield orphan(
        `locales/${language}.json`,
        `“${language}” is not among the languages: ${languages.join(', ')}.`,
      )
}

function* compare(where: string, paths: readonly string[], texts: Texts): Generator<Finding> {
  for (const path of paths)
    if (!Object.hasOwn(texts, path)) yield gap(`${where}.${path}`, 'is not translated.')
  const known = new Set(paths)
  for (const path of Object.keys(texts))
    if (!known.has(path)) yield orphan(`${where}.${path}`, 'is a translation of nothing.')
}

const gap = (path: string, says: string): Finding => ({ code: 'locale-gap', severity: 'warning', path, says })
const orphan = (path: string, says: string): Finding => ({
  code: 'locale-orphan',
  severity: 'warning',
  path,
  says,
})

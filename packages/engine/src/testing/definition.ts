import { lineOf } from '@tumstock/rubric/error'
import type { LoadedPlugin } from '@tumstock/rubric/load'
import type { Problem } from '@tumstock/rubric/problem'
import { walk } from '@tumstock/rubric/tree'
import type { Subject } from './subject.ts'

const isTranslation = ({ code }: Problem): boolean => code === 'locale-gap' || code === 'locale-orphan'

/** Whatever the checks say, warnings too: what is in the repository has none. */
export const findProblems = ({ loaded }: Subject): string[] =>
  loaded.problems.filter(problem => !isTranslation(problem)).map(problem => problem.message)

/** Every language that the rubric and its record promise is complete, and nothing else is translated. */
export const findTranslations = ({ loaded }: Subject): string[] =>
  loaded.problems.filter(isTranslation).map(problem => problem.message)

/** Translations of rounds that the plugin has no record of. Those of unknown editions keep it from loading. */
export const findStrayTranslations = ({ id, editions, rounds }: LoadedPlugin): string[] =>
  Object.entries(editions[0]?.locales ?? {}).flatMap(([language, locale]) =>
    Object.keys(locale.rounds ?? {})
      .filter(edition => !rounds.some(round => round.edition === edition))
      .map(edition =>
        lineOf(
          id,
          `locales/${language}.json › rounds.${edition}`,
          'there is no record of that round to translate.',
        ),
      ),
  )

/** Every criterion says why it belongs; repeating its title is no reason. */
export const findReasons = ({ rubric, name }: Subject): string[] =>
  [...walk(rubric)]
    .filter(({ criterion: { title, why } }) => why.trim() === '' || why.trim() === title.trim())
    .map(({ path }) => lineOf(name, `${path}.why`, 'gives no reason. Say why it belongs in the award.'))

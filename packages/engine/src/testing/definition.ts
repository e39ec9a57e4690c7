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

/** Translations of editions or rounds that the plugin does not have. */
export const findStrayTranslations = ({ id, editions, rounds }: LoadedPlugin): string[] => {
  const known = {
    editions: editions.map(({ rubric }) => rubric.edition),
    rounds: rounds.map(round => round.edition),
  }
  return Object.entries(editions[0]?.locales ?? {}).flatMap(([language, locale]) =>
    (['editions', 'rounds'] as const).flatMap(part =>
      Object.keys(locale[part] ?? {})
        .filter(edition => !known[part].includes(edition))
        .map(edition =>
          lineOf(
            id,
            `locales/${language}.json › ${part}.${edition}`,
            'there is no such edition to translate.',
          ),
        ),
    ),
  )
}

/** Every criterion says why it belongs; repeating its title is no reason. */
export const findReasons = ({ rubric, name }: Subject): string[] =>
  [...walk(rubric)]
    .filter(({ criterion: { title, why } }) => why.trim() === '' || why.trim() === title.trim())
    .map(({ path }) => lineOf(name, `${path}.why`, 'gives no reason. Say why it belongs in the award.'))

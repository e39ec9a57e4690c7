import { COUNTRIES, type Country } from '@tumstock/register/unit'
import { coverageOf, unitsAt } from '@tumstock/register/units'
import { check } from '@tumstock/rubric/check'
import type { RubricData } from '@tumstock/rubric/contract'
import { frameworkById } from '@tumstock/rubric/framework'
import type { LoadedEdition } from '@tumstock/rubric/load'
import { leaves } from '@tumstock/rubric/tree'
import type { RoundRow, StageRow } from './queries.ts'

/** What stands in the way of opening a round (`error`), or is worth a second look. */
export type RoundProblem = { code: string; severity: 'error' | 'warning'; path: string; message: string }

export type RoundDraft = {
  round: Pick<RoundRow, 'referenceDate' | 'country'>
  stages: readonly Dated[]
  base: RubricData
  rubric: RubricData
  functions: LoadedEdition['functions']
}

type Dated = Pick<StageRow, 'kind' | 'opensAt' | 'closesAt' | 'replyUntil'>

export function problemsOf(draft: RoundDraft): RoundProblem[] {
  const { rubric, functions } = draft
  const found = check(rubric, frameworkById(rubric.framework), undefined, functions)
  return [
    ...found.map(({ code, severity, path, message }) => ({ code, severity, path, message })),
    ...functionProblems(draft),
    ...dateProblems(draft.stages),
    ...unitProblems(draft),
  ]
}

/** A function is written for the answers that the edition gives it. */
const functionProblems = ({ base, rubric }: RoundDraft): RoundProblem[] => {
  const before = new Map(leaves(base).map(({ path, criterion }) => [path, criterion.reads.length]))
  return leaves(rubric)
    .filter(
      ({ path, criterion }) =>
        criterion.scoring.by === 'function' && criterion.reads.length !== before.get(path),
    )
    .map(({ path }) =>
      error(
        'function-needs-question',
        path,
        'This criterion is scored by a function that needs every question of the edition. Turn its questions on.',
      ),
    )
}

/** What is wrong with when stages open and close. */
export function dateProblems(stages: readonly Dated[]): RoundProblem[] {
  const problems: RoundProblem[] = []
  let previous: (typeof stages)[number] | undefined
  for (const stage of stages) {
    const { kind, opensAt, closesAt } = stage
    const path = `stages.${kind}`
    if (opensAt === null || closesAt === null)
      problems.push(warning('stage-without-dates', path, 'This stage has no opening or no closing time yet.'))
    else if (opensAt >= closesAt)
      problems.push(
        error('stage-backwards', path, `This stage closes (${closesAt}) before it opens (${opensAt}).`),
      )
    if (opensAt !== null && previous?.opensAt != null && opensAt < previous.opensAt)
      problems.push(
        error(
          'stage-out-of-order',
          path,
          `This stage opens before ${previous.kind}, which comes before it in the rubric.`,
        ),
      )
    problems.push(...replyProblems(stage))
    if (opensAt !== null) previous = stage
  }
  return problems
}

/** Those whose findings entries may reply to. */
const FINDING: readonly string[] = ['verification', 'siteVisit']

const replyProblems = ({ kind, closesAt, replyUntil }: Dated): RoundProblem[] => {
  const path = `stages.${kind}`
  if (replyUntil === null) return []
  if (!FINDING.includes(kind))
    return [error('reply-to-nothing', path, `Only ${FINDING.join(' and ')} make findings to reply to.`)]
  return closesAt === null || replyUntil <= closesAt
    ? [
        error(
          'reply-before-close',
          path,
          'Entries reply after the stage has closed: the time for it ends later.',
        ),
      ]
    : []
}

/** The reference date decides which units exist and how large they are; the register has to know. */
function unitProblems({ round, rubric }: RoundDraft): RoundProblem[] {
  const { referenceDate } = round
  const country = knownCountry(round.country)
  if (country === undefined)
    return [
      warning(
        'country-not-in-register',
        'country',
        `The register has no units of ${round.country}. It has ${COUNTRIES.join(', ')}.`,
      ),
    ]
  const { from } = coverageOf(country)
  if (referenceDate < from)
    return [
      error(
        'reference-date-not-covered',
        'referenceDate',
        `The register knows the units of ${country} from ${from} on.`,
      ),
    ]
  const kinds = new Set<string>(unitsAt(country, referenceDate).map(unit => unit.kind))
  return Object.entries(rubric.categories)
    .filter(([, category]) => !kinds.has(category.kind))
    .map(([id, category]) =>
      warning(
        'category-without-units',
        `categories.${id}`,
        `The register has no ${category.kind} of ${country} on ${referenceDate}.`,
      ),
    )
}

const knownCountry = (country: string): Country | undefined => COUNTRIES.find(known => known === country)
const error = (code: string, path: string, message: string): RoundProblem => ({
  code,
  severity: 'error',
  path,
  message,
})
const warning = (code: string, path: string, message: string): RoundProblem => ({
  code,
  severity: 'warning',
  path,
  message,
})

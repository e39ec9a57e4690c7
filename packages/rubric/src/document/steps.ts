/** What is done to the numbers before they are scored, in words. */
import type { Step, Transform } from '../contract.ts'
import { code, decimal } from './markdown.ts'

/** One step as a phrase: "Missing numbers: the median of the entries of the same category." */
export const stepLine = (step: Step): string => {
  switch (step.do) {
    case 'denominate':
      return `Divided: ${Object.entries(step.each).map(denominated).join(', ')}.`
    case 'screen':
      return screened(step)
    case 'impute':
      return `Missing numbers${ofWhat(step.of)}: ${imputed(step)}.`
    case 'treat':
      return `Outliers${ofWhat(step.of)}: ${treated(step)}.`
  }
}

const ofWhat = (of: readonly string[] | undefined): string =>
  of === undefined ? '' : ` of ${of.map(code).join(', ')}`

const denominated = ([id, { by, per }]: [string, { by: string; per?: number }]): string =>
  `${code(id)} by ${code(by)}${per === undefined ? '' : `, per ${per}`}`

const percent = (share: number): string => `${decimal(share * 100)} %`

const screened = ({ available, nonZero, keep, drop }: Extract<Step, { do: 'screen' }>): string => {
  const least = [
    ...(available === undefined ? [] : [`numbers for at least ${percent(available)} of the indicators`]),
    ...(nonZero === undefined ? [] : [`at least ${percent(nonZero)} of its numbers other than 0`]),
  ]
  return [
    ...(least.length === 0 ? [] : [`An entry needs ${least.join(' and ')}.`]),
    ...(keep === undefined ? [] : [`Kept whatever they lack: ${keep.map(code).join(', ')}.`]),
    ...(drop === undefined ? [] : [`Left out: ${drop.map(code).join(', ')}.`]),
  ].join(' ')
}

const imputed = (step: Extract<Step, { do: 'impute' }>): string => {
  switch (step.by) {
    case 'mean':
    case 'median':
      return `the ${step.by} of the other entries${within(step.within)}`
    case 'rowMean':
    case 'rowMedian':
      return `the ${step.by === 'rowMean' ? 'mean' : 'median'} of the entry’s own other indicators${step.siblings ? ' of the same group' : ''}, on one range and direction`
    case 'regression':
      return `by least squares on ${step.on.map(code).join(', ')}`
    case 'last':
      return 'the entry’s last number of an earlier year'
    case 'linear':
      return 'on the line between the entry’s other years'
    case 'constant':
      return 'the entry’s last number of an earlier year, else its first of a later one'
  }
}

const within = (group: string | undefined): string => {
  if (group === undefined) return ''
  return group === 'category' ? ' of the same category' : ` with the same answer to ${code(group)}`
}

const treated = ({ test, winsorise, then, both }: Extract<Step, { do: 'treat' }>): string => {
  const when =
    test === undefined
      ? ''
      : `where |skewness| is at least ${test.skewness} and excess kurtosis at least ${test.kurtosis}, `
  if (winsorise === undefined) return `${when}${then === undefined ? 'nothing' : transformed(then)}`
  const drawn =
    winsorise.most === null
      ? 'the most extreme drawn in to the next'
      : `at most ${winsorise.most} of the most extreme drawn in to the next`
  if (then === undefined) return `${when}${drawn}`
  return `${when}${drawn}, ${both ? 'and on those' : 'else on the numbers as they were'} ${transformed(then)}`
}

/** As formulas, x being the number and min and max those of the entries. */
const transformed = (transform: Transform): string =>
  typeof transform === 'object' ? `Box–Cox with λ ${transform.boxCox} of x − min + 1` : TRANSFORMED[transform]

const TRANSFORMED = {
  log: 'ln(x − min + (max − min) / 100)',
  logMirrored: 'ln(x − min + (max − min) / 100), mirrored where skewness is negative',
  logFromOne: 'ln(x − min + 1)',
  logScaled: 'ln((max − 1)(x − min) / (max − min) + 1)',
} as const satisfies Record<Extract<Transform, string>, string>

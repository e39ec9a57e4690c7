/** Choices as they stand in the address: `weights-25.combine-geometric-min.leaveOut`. */
import { type Choices, isRule, isWay, NOTHING, USUAL } from './choices.ts'

/** Says that nothing is assumed, which is not the same as saying nothing. */
const NONE = 'none'

const LEAST_PERCENT = 1
const MOST_PERCENT = 99

/** Undefined where it is the usual, which needs no words. */
export const choicesText = (choices: Choices): string | undefined => {
  const words = [
    ...(choices.weights === null ? [] : [`weights-${choices.weights}`]),
    ...(choices.combine.length === 0 ? [] : [['combine', ...choices.combine].join('-')]),
    ...(choices.missing ? ['missing'] : []),
    ...(choices.leaveOut ? ['leaveOut'] : []),
    ...(choices.steps.length === 0 ? [] : [['steps', ...choices.steps].join('-')]),
    ...(choices.scoring.length === 0 ? [] : [['scoring', ...choices.scoring].join('-')]),
    ...(choices.marks ? ['marks'] : []),
  ].join('.')
  if (words === USUAL_TEXT) return undefined
  return words || NONE
}

const USUAL_TEXT = `weights-${USUAL.weights}`

/** What does not fit is left out rather than refused. */
export const choicesFrom = (text: string | undefined): Choices => {
  if (text === undefined) return USUAL
  return Object.assign({ ...NOTHING }, ...text.split('.').map(oneFrom))
}

const oneFrom = (word: string): Partial<Choices> => {
  const [name, ...rest] = word.split('-')
  switch (name) {
    case 'weights': {
      const per = Number(rest[0])
      return Number.isInteger(per) && per >= LEAST_PERCENT && per <= MOST_PERCENT ? { weights: per } : {}
    }
    case 'combine':
      return { combine: [...new Set(rest.filter(isWay))] }
    case 'missing':
      return { missing: true }
    case 'leaveOut':
      return { leaveOut: true }
    case 'steps':
      return { steps: [...new Set(rest.filter(at => /^\d{1,2}$/.test(at)).map(Number))] }
    case 'scoring':
      return { scoring: [...new Set(rest.filter(isRule))] }
    case 'marks':
      return { marks: true }
    default:
      return {}
  }
}

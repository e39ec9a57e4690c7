import type { RubricData } from '@tumstock/rubric/contract'
import { textsOf } from '@tumstock/rubric/text'
import { criterionAt } from '@tumstock/rubric/tree'

/** What a path is about, for people: which setting, and the name of the thing that it belongs to. */
export type PathName = {
  setting:
    | 'weight'
    | 'from'
    | 'below'
    | 'question'
    | 'nominees'
    | 'stage'
    | 'criterion'
    | 'category'
    | 'award'
    | 'text'
    | 'title'
    | 'description'
    | 'year'
    | 'referenceDate'
    | 'timeZone'
    | 'prefillFrom'
    | 'other'
  /** A title in the rubric's words; a stage's kind; else the path itself. */
  name: string
}

const OWN = ['title', 'description', 'year', 'referenceDate', 'timeZone', 'prefillFrom'] as const

/** `own`: the path of a setting of the round itself rather than of a text of its rubric. */
export const nameOfPath = (rubric: RubricData, path: string, own: boolean): PathName => {
  const [block = '', id = ''] = path.split('.')
  const field = OWN.find(one => one === path)
  if (own && field) return { setting: field, name: '' }
  if (block === 'stages' && !path.endsWith('.title')) return { setting: 'stage', name: id }
  if (path === `questions.${id}`) return { setting: 'question', name: rubric.questions[id]?.text ?? id }
  if (block === 'categories' && !path.endsWith('.title')) {
    const name = rubric.categories[id]?.title ?? id
    if (path.endsWith('.from')) return { setting: 'from', name }
    return { setting: path.endsWith('.below') ? 'below' : 'category', name }
  }
  if (block === 'awards' && !path.endsWith('.title'))
    return {
      setting: path.endsWith('.nominees') ? 'nominees' : 'award',
      name: rubric.awards[id]?.title ?? id,
    }
  if (path.endsWith('.weight'))
    return { setting: 'weight', name: criterionAt(rubric, path.slice(0, -'.weight'.length))?.title ?? path }
  const text = textsOf(rubric).get(path)
  if (text !== undefined) return { setting: 'text', name: text }
  const criterion = criterionAbove(rubric, path)
  return criterion === undefined
    ? { setting: 'other', name: path }
    : { setting: 'criterion', name: criterion }
}

/** The title of the nearest criterion that the path is in. */
const criterionAbove = (rubric: RubricData, path: string): string | undefined => {
  const segments = path.split('.')
  for (let length = segments.length; length > 1; length--) {
    const found = criterionAt(rubric, segments.slice(0, length).join('.'))
    if (found) return found.title
  }
  return undefined
}

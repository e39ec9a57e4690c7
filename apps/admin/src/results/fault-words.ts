import type { Criterion, RubricData, Step } from '@tumstock/rubric/contract'
import { criterionAt } from '@tumstock/rubric/tree'
import type { TFunction } from 'i18next'
import { askedText } from './answer-words.ts'
import { combineTitle } from './combine-words.ts'
import { plainNumber } from './plain-number.ts'
import { asList } from './scoring-words.ts'

/** Why a criterion could not be computed: the code, and the criterion or step that failed. */
export type Fault = { path: string; code: string; at: string; message: string }

export type FaultTelling = {
  t: TFunction<'faults'>
  /** Names of ways to combine. */
  frame: TFunction
  locale: string
  rubric: Pick<RubricData, 'questions' | 'indicators' | 'criteria' | 'steps'>
  /** The name of an entry by what the rubric calls it. */
  entryName: (id: string) => string
}

/** What is wrong and what it needs, in one sentence that names the indicator or the criterion. */
export const faultWords = (fault: Fault, telling: FaultTelling): string => {
  const { t, rubric } = telling
  const criterion = criterionAt(rubric, fault.path)
  const what = indicatorOf(criterion, rubric) ?? criterion?.title ?? fault.path
  const step = stepAt(rubric, fault.at)
  return (
    (step ? stepFault(fault, { step, what, criterion }, telling) : null) ??
    (step === undefined ? criterionFault(fault, { what, criterion }, telling) : null) ??
    t('other', { what, message: fault.message })
  )
}

type Of = { what: string; criterion: Criterion | undefined }

/** What a criterion of one indicator is about. */
const indicatorOf = (
  criterion: Criterion | undefined,
  rubric: FaultTelling['rubric'],
): string | undefined => {
  if (!criterion || 'children' in criterion) return undefined
  const [id, ...others] = criterion.reads
  return id === undefined || others.length > 0 ? undefined : askedText(rubric, id)
}

const stepAt = ({ steps = [] }: FaultTelling['rubric'], at: string): Step | undefined =>
  at.startsWith('steps.') ? steps[Number(at.slice('steps.'.length))] : undefined

const stepFault = (
  { code }: Fault,
  { step, what, criterion }: Of & { step: Step },
  { t, locale, rubric, entryName }: FaultTelling,
): string | null => {
  if (step.do === 'denominate' && code === 'not-positive') {
    const [id] = criterion && 'reads' in criterion ? criterion.reads : []
    const by = id === undefined ? undefined : step.each[id]?.by
    return by === undefined ? null : t('divided', { what, by: askedText(rubric, by) })
  }
  if (step.do === 'screen' && code === 'unknown-entry') {
    const names = [...(step.keep ?? []), ...(step.drop ?? [])].map(entryName)
    return t('kept', { names: asList(names, locale) })
  }
  if (step.do === 'treat') return t(code === 'zero-range' ? 'zeroRange' : 'transform', { what })
  if (step.do !== 'impute') return null
  if (code === 'no-number') return t('nothing', { what })
  if (code === 'bad-rubric') return t('torn', { what })
  if (code !== 'too-few' || step.by !== 'regression') return null
  const on = step.on.map(id => askedText(rubric, id))
  return t('regression', { what, on: asList(on, locale) })
}

const criterionFault = (fault: Fault, { what, criterion }: Of, telling: FaultTelling): string | null => {
  const { t, frame, locale } = telling
  if (fault.code === 'bad-mark') return t('mark', { what })
  if (!criterion || !('children' in criterion))
    return criterion ? ruleFault(fault, { what, criterion }, telling) : null
  switch (fault.code) {
    case 'too-few':
      return t('compared', { what })
    case 'too-many':
      return t('circle', { what })
    case 'not-solved':
      return t('weights', { what })
    case 'not-positive':
      return t('belowZero', { what, how: combineTitle(criterion.combine, frame, locale) })
    default:
      return null
  }
}

const ruleFault = (
  { code }: Fault,
  { what, criterion }: { what: string; criterion: Exclude<Criterion, { children: unknown }> },
  { t, locale, entryName }: FaultTelling,
): string | null => {
  const { scoring } = criterion
  if (scoring.by === 'reference') {
    const name = entryName(scoring.entry)
    if (code === 'unknown-entry') return t('notAmong', { what, name })
    if (code === 'no-number') return t('noReference', { what, name })
    if (code === 'zero-range') return t('reference', { what, name })
  }
  if (scoring.by === 'target' && code === 'zero-range')
    return t('target', { what, target: plainNumber(scoring.target, locale) })
  if (scoring.by === 'shareOfBest' && code === 'not-positive')
    return t('share', { what, allowed: t(scoring.lowerIsBetter ? 'shareLow' : 'shareHigh') })
  if (code === 'zero-range') return t('zeroRange', { what })
  return code === 'not-positive' ? t('logarithm', { what }) : null
}

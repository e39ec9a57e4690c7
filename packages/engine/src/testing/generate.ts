import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Indicator, Leaf, Question, RubricData, Scoring } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import type { Row } from '../score/data.ts'

type Answers = Record<string, AnswerValue | null>

/** Where the values of a question or indicator lie, as far as its limits and the rules that read it tell. */
type Span = { low: number; high: number }

const numbersOf = (scoring: Scoring): number[] => {
  if (scoring.by === 'linear') return [scoring.from, scoring.to]
  if (scoring.by === 'bands') return scoring.bands.map(([atLeast]) => atLeast)
  if (scoring.by !== 'target') return []
  const around = Math.abs(scoring.target) || 1
  return [scoring.target - around, scoring.target + around]
}

/** Logarithms and shares are of numbers above 0. */
const needsPositive = (scoring: Scoring): boolean =>
  (scoring.by === 'linear' && scoring.log === true) || scoring.by === 'shareOfBest'

/** Others are divided by it. */
const divides = (rubric: RubricData, id: string): boolean =>
  (rubric.steps ?? []).some(
    step => step.do === 'denominate' && Object.values(step.each).some(({ by }) => by === id),
  )

/** A little beyond the goalposts and bands on both sides, within the limits that answers have. */
export const spanOf = (rubric: RubricData, id: string): Span => {
  const asked: Question | Indicator | undefined = rubric.questions[id] ?? rubric.indicators[id]
  const readers = leaves(rubric).filter(({ criterion }) => criterion.reads.includes(id))
  const posts = readers.flatMap(({ criterion }) => numbersOf(criterion.scoring))
  const isShare = asked !== undefined && 'type' in asked && asked.type === 'share'
  const { min, max } = asked && 'min' in asked ? asked : { min: undefined, max: undefined }
  const least = min ?? (isShare ? 0 : undefined)
  const most = max ?? (isShare ? 100 : undefined)
  const from = posts.length > 0 ? Math.min(...posts) : (least ?? 0)
  const to = posts.length > 0 ? Math.max(...posts) : (most ?? from + 100)
  const beyond = Math.abs(to - from || 1) / 5
  const positive = divides(rubric, id) || readers.some(({ criterion }) => needsPositive(criterion.scoring))
  const floor = positive ? beyond / 1000 : -Infinity
  return {
    low: Math.max(from - beyond, least ?? -Infinity, floor),
    high: Math.min(to + beyond, most ?? Infinity),
  }
}

const TEXTS = { text: 'Text', date: '2014-01-01', url: 'https://example.org/', file: 'file' } as const

/** Answers to one question that between them give every option. */
const answersTo = (rubric: RubricData, id: string): AnswerValue[] => {
  const question = rubric.questions[id]
  if (question && 'options' in question) {
    const options = Object.keys(question.options)
    return question.type === 'choice' ? options : [...options.map(option => [option]), options, []]
  }
  if (question && question.type in TEXTS) return [TEXTS[question.type as keyof typeof TEXTS]]
  const { low, high } = spanOf(rubric, id)
  return [low, low + (high - low) / 3, high]
}

const special = (question: Question | undefined): (AnswerValue | null)[] => [
  null,
  ...(question?.unknown ? [DONT_KNOW] : []),
  ...(question?.notApplicable ? [NOT_APPLICABLE] : []),
]

/** What gets most points: the base from which the rows differ in one thing each. */
export const bestAnswers = (rubric: RubricData): Answers => {
  const best = (id: string, question: Question | undefined): AnswerValue | null => {
    if (question?.type === 'choice') {
      const options = Object.entries(question.options)
      return options.toSorted(([, a], [, b]) => (b.points ?? 0) - (a.points ?? 0))[0]?.[0] ?? null
    }
    if (question?.type === 'multiple')
      return Object.keys(question.options).filter(option => (question.options[option]?.points ?? 0) >= 0)
    return answersTo(rubric, id)[1] ?? answersTo(rubric, id)[0] ?? null
  }
  const asked = [...Object.keys(rubric.questions), ...Object.keys(rubric.indicators)]
  return Object.fromEntries(asked.map(id => [id, best(id, rubric.questions[id])]))
}

/** The answers with which `id` is asked at all. */
export const askedWith = (rubric: RubricData, id: string): Answers => {
  const condition = rubric.questions[id]?.showIf
  if (!condition) return {}
  const wanted = typeof condition.is === 'string' ? condition.is : (condition.is[0] ?? null)
  const isMultiple = rubric.questions[condition.question]?.type === 'multiple'
  return {
    ...askedWith(rubric, condition.question),
    [condition.question]: isMultiple && wanted !== null ? [wanted] : wanted,
  }
}

/** A sequence of numbers 0..1 that is the same each time (mulberry32; T. Ettinger, public domain). */
const seeded = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Panel = { path: string; scoring: Extract<Scoring, { by: 'panel' }> }

const panelsOf = (rubric: RubricData): Panel[] =>
  leaves(rubric).flatMap(({ path, criterion: { scoring } }: { path: string; criterion: Leaf }) =>
    scoring.by === 'panel' ? [{ path, scoring }] : [],
  )

const topMarksOf = (rubric: RubricData): Record<string, readonly number[]> =>
  Object.fromEntries(
    panelsOf(rubric).map(({ path, scoring }) => [
      path,
      [Math.max(...scoring.scale.map(step => step.points))],
    ]),
  )

/** The entries that the rubric names: to compare with, to keep, to leave out. No round can be scored without them. */
export const namedRows = (rubric: RubricData): Row[] => {
  const named = new Map<string, string | null>()
  for (const step of rubric.steps ?? [])
    if (step.do === 'screen')
      for (const id of [...(step.keep ?? []), ...(step.drop ?? [])]) named.set(id, null)
  for (const { criterion } of leaves(rubric))
    if (criterion.scoring.by === 'reference')
      named.set(criterion.scoring.entry, criterion.onlyIn?.[0] ?? named.get(criterion.scoring.entry) ?? null)
  const row = { answers: bestAnswers(rubric), marks: topMarksOf(rubric) }
  return [...named].map(([id, category]) => ({ ...row, id, category }))
}

const RANDOM_ROWS = 12

/**
 * Entries that between them give each option, each missing answer, "do not know", "not applicable" and mark, in each
 * category and in none, two that tie, one that is empty, some at random from a seed, and those that the rubric names: the
 * same each time.
 */
export const generateRows = (rubric: RubricData): Row[] => {
  const asked = [...Object.keys(rubric.questions), ...Object.keys(rubric.indicators)]
  const panels = panelsOf(rubric)
  const best = bestAnswers(rubric)
  const topMarks = topMarksOf(rubric)
  const random = seeded(1)
  const pick = <T>(from: readonly T[]): T | null => from[Math.floor(random() * from.length)] ?? null
  const generated = [null, ...Object.keys(rubric.categories)].flatMap(category => {
    const rows: Omit<Row, 'id'>[] = [
      { category, answers: best, marks: topMarks },
      { category, answers: best, marks: topMarks },
      { category, answers: {} },
    ]
    for (const id of asked)
      for (const answer of [...answersTo(rubric, id), ...special(rubric.questions[id])])
        rows.push({ category, answers: { ...best, ...askedWith(rubric, id), [id]: answer }, marks: topMarks })
    for (const { path, scoring } of panels)
      for (const marks of [[], ...scoring.scale.map(step => [step.points])])
        rows.push({ category, answers: best, marks: { ...topMarks, [path]: marks } })
    for (let i = 0; i < RANDOM_ROWS; i++)
      rows.push({
        category,
        answers: Object.fromEntries(
          asked.map(id => [id, pick([...answersTo(rubric, id), ...special(rubric.questions[id])])]),
        ),
        marks: Object.fromEntries(
          panels.map(({ path, scoring }) => [path, [pick(scoring.scale)?.points ?? 0]]),
        ),
      })
    return rows.map((row, i) => ({ ...row, id: `${category ?? 'none'}-${i}` }))
  })
  return [...generated, ...namedRows(rubric)]
}

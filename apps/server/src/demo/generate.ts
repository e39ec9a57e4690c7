import type { AnswerValue } from '@tumstock/rubric/answers'
import { DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Choice, Indicator, Leaf, Question, RubricData } from '@tumstock/rubric/contract'
import { leaves } from '@tumstock/rubric/tree'
import { isVisible } from '@tumstock/rubric/visible'
import { type Chance, chanceOf } from './chance.ts'

/** Without a population, a unit counts as one of middle size. */
export type MadeUnit = { id: string; population: number | null }

export type MadeEntry = {
  unit: string
  /** Empty where the unit was invited and never answered. */
  answers: Record<string, AnswerValue>
  marks: Record<string, number[]>
}

/** Shares of units that never answer, of answers left open, of "do not know" and of "not applicable" where allowed. */
const SILENT = 0.06
const OPEN = 0.03
const UNSURE = 0.02
const NOT_OURS = 0.02
/** Slope of ability on ln(population), and the spreads of ability, of its areas and of single answers, in logits. */
const BY_SIZE = 0.2
const SPREAD = { unit: 0.42, area: 0.45, answer: 0.9 }
const JURORS = 3

const logistic = (x: number) => 1 / (1 + Math.exp(-x))

/** The option at `level` (0..1) among those with points in rising order; any option where none has points. */
const pickOption = (options: Readonly<Record<string, Choice>>, level: number): string | undefined => {
  const rising = Object.entries(options).sort((a, b) => (a[1].points ?? 0) - (b[1].points ?? 0))
  return rising[Math.min(rising.length - 1, Math.floor(level * rising.length))]?.[0]
}

/** A number at `level` between the goalposts of the leaf that reads it, else between its own limits. */
const pickNumber = (asked: { min?: number; max?: number }, leaf: Leaf | undefined, level: number): number => {
  const scoring = leaf?.scoring
  const posts = scoring?.by === 'linear' ? [scoring.from, scoring.to] : [asked.min ?? 0, asked.max ?? 100]
  const [from = 0, to = 100] = posts
  const value =
    scoring?.by === 'linear' && scoring.log ? from * (to / from) ** level : from + (to - from) * level
  const decimals = Math.abs(to - from) < 10 ? 100 : 1
  const rounded = Math.round(value * decimals) / decimals
  return Math.min(asked.max ?? Infinity, Math.max(asked.min ?? -Infinity, rounded))
}

type Asked = {
  id: string
  question: Question | null
  indicator: Indicator | null
  leaf: Leaf | undefined
  area: string
}

const askedOf = (rubric: RubricData): Asked[] => {
  const readers = leaves(rubric)
  const readerOf = (id: string) => readers.find(({ criterion }) => criterion.reads.includes(id))
  const place = (id: string) => ({
    leaf: readerOf(id)?.criterion,
    area: readerOf(id)?.path.split('.')[1] ?? '',
  })
  return [
    ...Object.entries(rubric.questions).map(([id, question]) => ({
      id,
      question,
      indicator: null,
      ...place(id),
    })),
    ...Object.entries(rubric.indicators).map(([id, indicator]) => ({
      id,
      question: null,
      indicator,
      ...place(id),
    })),
  ]
}

const answerTo = (asked: Asked, level: number, chance: Chance): AnswerValue | undefined => {
  const draw = chance.uniform()
  if (draw < OPEN) return undefined
  const { question } = asked
  if (!question) return pickNumber(asked.indicator ?? {}, asked.leaf, level)
  if (question.unknown && draw < OPEN + UNSURE) return DONT_KNOW
  if (question.notApplicable && draw > 1 - NOT_OURS) return NOT_APPLICABLE
  if (question.type === 'choice') return pickOption(question.options, level)
  if (question.type === 'number') return pickNumber(question, asked.leaf, level)
  if (question.type === 'share') return pickNumber({ min: 0, max: 100, ...question }, asked.leaf, level)
  if (question.type !== 'multiple') return undefined
  const chosen = Object.keys(question.options).filter(() => chance.uniform() < level)
  return chosen.length > 0 ? chosen : undefined
}

const marksFor = (leaf: Leaf, ability: number, chance: Chance): number[] => {
  if (leaf.scoring.by !== 'panel') return []
  const points = leaf.scoring.scale.map(step => step.points).sort((a, b) => a - b)
  return Array.from({ length: JURORS }, () => {
    const level = logistic(ability + SPREAD.answer * chance.normal())
    return points[Math.min(points.length - 1, Math.floor(level * points.length))] ?? 0
  })
}

/**
 * Made-up answers and marks of an edition over units: larger units tend to do better, each has its strong and weak areas,
 * some answers are left open and some units never answer. The same seed and units give the same answers.
 */
export const generate = (rubric: RubricData, units: readonly MadeUnit[], seed: number): MadeEntry[] => {
  const chance = chanceOf(seed)
  const asked = askedOf(rubric)
  const panels = leaves(rubric).filter(({ criterion }) => criterion.scoring.by === 'panel')
  const logs = units.flatMap(({ population }) =>
    population === null ? [] : Math.log(Math.max(population, 1)),
  )
  const middle = logs.reduce((sum, log) => sum + log, 0) / Math.max(logs.length, 1)
  const ordered = [...units].sort((a, b) => (a.id < b.id ? -1 : 1))
  return ordered.map(unit => {
    const size = unit.population === null ? 0 : Math.log(Math.max(unit.population, 1)) - middle
    const ability = BY_SIZE * size + SPREAD.unit * chance.normal()
    const areas = new Map<string, number>()
    const inArea = (area: string) => {
      if (!areas.has(area)) areas.set(area, ability + SPREAD.area * chance.normal())
      return areas.get(area) ?? ability
    }
    const entry: MadeEntry = { unit: unit.id, answers: {}, marks: {} }
    if (chance.uniform() < SILENT) return entry
    for (const one of asked) {
      const level = logistic(inArea(one.area) + SPREAD.answer * chance.normal())
      const answer = isVisible(rubric, entry.answers, one.id) ? answerTo(one, level, chance) : undefined
      if (answer !== undefined) entry.answers[one.id] = answer
    }
    for (const { path, criterion } of panels) {
      entry.marks[path] = marksFor(criterion, inArea(path.split('.')[1] ?? ''), chance)
    }
    return entry
  })
}

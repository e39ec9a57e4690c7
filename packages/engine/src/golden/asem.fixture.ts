/**
 * The ASEM index of the reference as a rubric and its rows: 51 countries, 49 indicators in 8 pillars in 2 sub-indices.
 * Codes are those of the reference: indicators, groups and entries have the same everywhere.
 */
import type { Combine, Criterion, Missing, RubricData, Scoring, Step } from '@tumstock/rubric/contract'
import type { Data, Row } from '../score/data.ts'
import { ROOT_PATH } from '../score/plan.ts'
import { rubricOf } from '../score/score.fixture.ts'
import { tabulate } from '../score/tabulate.ts'
import { type GoldenTable, golden, lazily } from './golden.fixture.ts'

type Meta = {
  Type: readonly string[]
  Level: readonly (number | null)[]
  iCode: readonly string[]
  iName: readonly string[]
  Direction: readonly (1 | -1 | null)[]
  Weight: readonly (number | null)[]
  Unit: readonly (string | null)[]
  Denominator: readonly (string | null)[]
  Parent: readonly (string | null)[]
}

type Input = { iData: GoldenTable; iMeta: Meta }

/** One line of the reference's description of its indicators, groups and denominators. */
export type AsemItem = {
  code: string
  title: string
  unit: string
  type: string
  /** 1 is an indicator, 2 a pillar, 3 a sub-index, 4 the index; null for what is not scored. */
  level: number | null
  parent: string | null
  lowerIsBetter: boolean
  weight: number
  denominator: string | null
}

const inputOnce = lazily(() => golden<Input>('input.json'))

/** All that the reference describes: indicators, groups above them, denominators and groupings, in its order. */
export const asemItems = (): AsemItem[] => {
  const { iMeta } = inputOnce()
  return iMeta.iCode.map((code, i) => ({
    code,
    title: iMeta.iName[i] ?? code,
    unit: iMeta.Unit[i] ?? '',
    type: iMeta.Type[i] ?? '',
    level: iMeta.Level[i] ?? null,
    parent: iMeta.Parent[i] ?? null,
    lowerIsBetter: iMeta.Direction[i] === -1,
    weight: iMeta.Weight[i] ?? 1,
    denominator: iMeta.Denominator[i] ?? null,
  }))
}

/** The 49 indicators, in the order of the reference. */
export const asemIndicators = (): AsemItem[] => asemItems().filter(({ level }) => level === 1)

/** The path of an indicator's or a group's criterion. */
export const asemPath = (code: string): string => {
  const parent = asemItems().find(item => item.code === code)?.parent
  if (parent === null || parent === undefined) return ROOT_PATH
  const above = asemPath(parent)
  return above === ROOT_PATH ? `${above}.${code}` : `${above}.children.${code}`
}

/** The reference's own pipeline: denominate, impute by group, screen, treat. */
export const asemSteps = (): Step[] => [
  {
    do: 'denominate',
    each: Object.fromEntries(
      asemIndicators().flatMap(({ code, denominator }) => (denominator ? [[code, { by: denominator }]] : [])),
    ),
  },
  { do: 'impute', by: 'mean', within: 'EurAsia_group' },
  { do: 'screen', available: 0.9 },
  {
    do: 'treat',
    test: { skewness: 2, kurtosis: 3.5 },
    winsorise: { most: 5 },
    then: 'log',
  },
]

type Parts = {
  steps?: readonly Step[]
  /** By indicator; min-max where it is absent. */
  scoring?: (item: AsemItem) => Scoring
  /** By group; the arithmetic mean where it is absent. */
  combine?: (group: AsemItem) => Combine
  /** For all groups; indicators block. */
  missing?: Missing
  /** By indicator and group; the reference's own where it is absent. */
  weights?: Readonly<Record<string, number>>
}

/** A rubric with the tree of the reference, without steps unless they are given. The root is `Index`. */
export const asemRubric = (parts: Parts = {}): RubricData => {
  const { scoring = minmaxOf, combine = () => 'mean', missing = 'exclude', weights = {} } = parts
  const items = asemItems()
  const childrenOf = (parent: string): Record<string, Criterion> =>
    Object.fromEntries(
      items.filter(item => item.parent === parent).map(item => [item.code, criterionOf(item)]),
    )
  const criterionOf = (item: AsemItem): Criterion => {
    const base = { title: item.title, why: 'As in ASEM.', weight: weights[item.code] ?? item.weight }
    if (item.level === 1)
      return { ...base, missing: 'block', reads: [item.code], scoring: scoring(item), stage: 'survey' }
    return { ...base, missing, combine: combine(item), children: childrenOf(item.code) }
  }
  const index = items.find(({ level }) => level === 4) as AsemItem
  return rubricOf({
    id: 'asem',
    title: index.title,
    purpose: 'index',
    scale: { max: 100, unit: 'points', decimals: 1 },
    questions: groupQuestions(),
    indicators: Object.fromEntries(
      items
        .filter(({ level, type }) => level === 1 || type === 'Denominator')
        .map(({ code, title, unit }) => [code, { title, unit, source: 'asem', code }]),
    ),
    ...(parts.steps && { steps: parts.steps }),
    combine: combine(index),
    missing,
    criteria: childrenOf(index.code),
  })
}

const minmaxOf = ({ lowerIsBetter }: AsemItem): Scoring =>
  lowerIsBetter ? { by: 'minmax', lowerIsBetter } : { by: 'minmax' }

const groupIds = (): string[] => asemItems().flatMap(({ code, type }) => (type === 'Group' ? [code] : []))

const groupQuestions = (): RubricData['questions'] => {
  const { iData } = inputOnce()
  const options = (id: string) => [...new Set(iData[id] as readonly string[])].sort()
  return Object.fromEntries(
    groupIds().map(id => [
      id,
      {
        text: `${id}?`,
        type: 'choice',
        options: Object.fromEntries(options(id).map(option => [option, { text: option }])),
      },
    ]),
  )
}

/**
 * One row per country with indicators, denominators and the groups as answers, by `uCode`.
 *
 * @param table another data set of the reference to take numbers from: what it lacks is not answered
 */
export const asemRows = (table: GoldenTable = inputOnce().iData): Row[] => {
  const { iData } = inputOnce()
  const codes = asemItems().filter(({ level, type }) => level === 1 || type === 'Denominator')
  return table.uCode.map((id, row) => ({
    id,
    category: null,
    answers: Object.fromEntries([
      ...codes.map(({ code }) => [code, table[code]?.[row] ?? null]),
      ...groupIds().map(group => [group, iData[group]?.[iData.uCode.indexOf(id)] ?? null]),
    ]),
  }))
}

/** The columns of a rubric of `asemRubric`; from another data set of the reference where one is given. */
export const asemData = (rubric: RubricData, table?: GoldenTable): Data => tabulate(rubric, asemRows(table))

import type { inferOutput } from '@trpc/tanstack-react-query'
import { wilson } from '@tumstock/engine/interval'
import { DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import type { trpc } from '../api.ts'

export type Survey = inferOutput<typeof trpc.results.survey>
export type Shares = Survey['questions'][number]
export type Recorded = Survey['recorded'][number]
export type TrendRow = Survey['trends'][number]

type Asked = Pick<RubricData, 'questions'>

/** A share with as much as is known of it. */
export type Share = {
  share: number | null
  low: number | null
  high: number | null
  count: number | null
  n: number | null
}

/** Shares of one question: a panel for each option where they are cut by groups, else one with all options. */
export type Panel = { id: string; option: string | null; bars: readonly (Share & { id: string })[] }

/** A question's text in the reader's language. */
export const questionText = ({ questions }: Asked, id: string): string => questions[id]?.text ?? id

/** An option's text; `words` for the two answers that every question can have. */
export const optionText = (
  { questions }: Asked,
  id: { question: string; option: string },
  words: { unknown: string; notApplicable: string },
): string => {
  if (id.option === DONT_KNOW) return words.unknown
  if (id.option === NOT_APPLICABLE) return words.notApplicable
  const question = questions[id.question]
  return (question && 'options' in question && question.options[id.option]?.text) || id.option
}

export const wholePanel = ({ n, options }: Shares): Panel => ({
  id: 'all',
  option: null,
  bars: options.map(({ id, share, low, high, count }) => ({ id, share, low, high, count, n })),
})

const shareOf = (count: number, n: number, population: number | null): Share => {
  if (n === 0) return { share: null, low: null, high: null, count, n }
  const { low, high } = wilson(count, n, population !== null && population >= n ? population : null)
  return { share: count / n, low, high, count, n }
}

/** A question cut by groups, each share with its own interval: over those of the group who answered, of all in the group. */
export const cutPanels = ({ crossTabs, responseRate }: Survey, question: string): Panel[] => {
  const groups = crossTabs.find(cut => cut.question === question)?.groups ?? []
  const sizes = new Map(responseRate.by.map(row => [row.group, row.invited]))
  const options = groups[0]?.options.map(option => option.id) ?? []
  return options.map(option => ({
    id: option,
    option,
    bars: groups.map(({ group, n, options: counted }) => ({
      id: group,
      ...shareOf(counted.find(one => one.id === option)?.count ?? 0, n, sizes.get(group) ?? null),
    })),
  }))
}

/** Printed shares of a past round by question, of its own year: without counts there is no interval to draw. */
export const recordedPanels = (recorded: readonly Recorded[], year: number): Map<string, Panel[]> => {
  const own = recorded.filter(one => (one.year ?? year) === year)
  const bar = ({ share, n }: Recorded, id: string) => ({ id, share, n, low: null, high: null, count: null })
  return new Map(
    [...Map.groupBy(own, one => one.question)].map(([question, shares]) => {
      const whole = shares.filter(one => one.band === undefined)
      const cut = [
        ...Map.groupBy(
          shares.filter(one => one.band !== undefined),
          one => one.option,
        ),
      ]
      return [
        question,
        [
          ...(whole.length > 0
            ? [{ id: 'all', option: null, bars: whole.map(one => bar(one, one.option)) }]
            : []),
          ...cut.map(([option, some]) => ({
            id: option,
            option,
            bars: some.map(one => bar(one, one.band ?? '')),
          })),
        ],
      ]
    }),
  )
}

/** The share of one answer over the waves, earliest first; the last is this round's. */
export type WaveLine = {
  question: string
  option: string
  shares: readonly (number | null)[]
  /** Against the wave before it that has the answer. */
  last: TrendRow
}

export type Waves = { years: readonly number[]; lines: readonly WaveLine[] }

/** The trends as lines over the years. */
export const wavesOf = (trends: readonly TrendRow[], year: number): Waves => {
  const years = [...new Set([...trends.map(row => row.year), year])].sort((a, b) => a - b)
  const answers = Map.groupBy(trends, row => `${row.question}\n${row.option}`)
  const lines = [...answers.values()].flatMap((rows): WaveLine[] => {
    const last = rows.toSorted((a, b) => b.year - a.year)[0]
    if (!last) return []
    const shares = years.map(at =>
      at === year ? last.share + last.change / 100 : (rows.find(row => row.year === at)?.share ?? null),
    )
    return [{ question: last.question, option: last.option, shares, last }]
  })
  return { years, lines }
}

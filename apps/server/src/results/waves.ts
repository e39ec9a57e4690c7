import { type Trend, trend, type WaveShare } from '@tumstock/engine/trend'
import type { Context } from '../context.ts'
import { roundsOfAward } from '../rounds/last-data.ts'
import type { RoundRow } from '../rounds/service.ts'
import { type QuestionsView, questionsOf } from './questions.ts'

/** One option now against one earlier wave; `round` is where the earlier share stands. */
export type TrendRow = Trend & {
  question: string
  option: string
  round: string
  title: string
  year: number
  share: number
}

type Counted = WaveShare & { question: string; option: string; year: number }

/** Every share of whole waves that a round holds; a record may print those of earlier years beside its own. */
const countedIn = (view: QuestionsView, year: number): Counted[] => [
  ...view.questions.flatMap(({ id: question, n, population, options }) =>
    options.flatMap(({ id: option, share }) =>
      share === null ? [] : [{ question, option, year, share, n, population }],
    ),
  ),
  ...view.recorded
    .filter(one => one.band === undefined)
    .map(({ question, option, share, n, year: printed }) => ({
      question,
      option,
      share,
      n,
      population: null,
      year: printed ?? year,
    })),
]

const keyOf = ({ question, option, year }: Pick<Counted, 'question' | 'option' | 'year'>) =>
  `${question}\n${option}\n${year}`

/** What changed since earlier waves of the same award: real rounds and records that the asker may see. */
export async function trendsOf(ctx: Context, round: RoundRow, now: QuestionsView): Promise<TrendRow[]> {
  const own = countedIn(now, round.year)
  const before = new Map<string, Counted & { round: string; title: string }>()
  const keep = (one: Counted, { id, title }: Pick<RoundRow, 'id' | 'title'>) => {
    if (one.year < round.year && !before.has(keyOf(one))) before.set(keyOf(one), { ...one, round: id, title })
  }
  for (const other of await roundsOfAward(ctx, ctx.db, round)) {
    if (other.id === round.id || other.kind === 'synthetic') continue
    for (const one of countedIn(await questionsOf(ctx, other), other.year))
      if (one.year === other.year) keep(one, other)
  }
  for (const one of own) keep(one, round)
  return own
    .filter(one => one.year === round.year)
    .flatMap(one =>
      [...before.values()]
        .filter(earlier => earlier.question === one.question && earlier.option === one.option)
        .map(earlier => ({
          question: one.question,
          option: one.option,
          round: earlier.round,
          title: earlier.title,
          year: earlier.year,
          share: earlier.share,
          ...trend(earlier, one),
        })),
    )
}

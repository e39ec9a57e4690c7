import type { Assumption } from '@tumstock/engine/assumptions'
import { modelOf } from '@tumstock/engine/model'
import { type Sensitivity, sensitivity as sensitivityOf } from '@tumstock/engine/sensitivity'
import { type Tornado, tornado } from '@tumstock/engine/tornado'
import { nameOf } from '@tumstock/rubric/error'
import { csvText, formatOf, jsonText, numberOf, put } from './output.ts'
import { withProgress } from './progress.ts'
import { readAssumptions } from './read-assumptions.ts'
import { readSubject } from './subject.ts'

type Options = {
  rubric: string
  data: string
  assumptions: string
  rows: string
  seed: string
  bootstrap: string
  secondOrder?: true
  units?: true
  category?: string
  format: string
  out?: string
}

/** Says which assumption drives the ranks, alone and with others, and what each does one at a time; unrounded. */
export async function sensitivity(options: Options): Promise<void> {
  const format = formatOf(options.format)
  const request = {
    n: numberOf('--rows', options.rows, { least: 2, whole: true }),
    seed: numberOf('--seed', options.seed, { least: 0, whole: true }),
    bootstrap: numberOf('--bootstrap', options.bootstrap, { least: 0, whole: true }),
    secondOrder: options.secondOrder === true,
    ...(options.units && { perUnit: 'rank' as const }),
  }
  const subject = await readSubject(options)
  const assumptions = await readAssumptions(options.assumptions, subject)
  const { rubric, data, calls } = subject
  const within = options.category === undefined ? {} : { category: options.category }
  const model = modelOf({ rubric, data, calls }, assumptions, within)
  const shares = await withProgress('sensitivity', told => sensitivityOf(model, request, told))
  const alone = await withProgress('one at a time', told =>
    tornado({ rubric, data, calls }, assumptions, within, told),
  )
  const text =
    format === 'json'
      ? jsonText({
          rubric: nameOf(rubric),
          assumptions,
          category: options.category ?? null,
          sensitivity: shares,
          oneAtATime: alone.bars,
        })
      : csvText(linesOf(assumptions, shares, alone))
  await put(text, options.out)
}

/** One line per assumption; without variance there is nothing to share out and the shares are empty. */
const linesOf = (assumptions: readonly Assumption[], { change }: Sensitivity, { bars }: Tornado) =>
  assumptions.map(({ vary }, i) => {
    const effect = change.outcome === 'shared' ? change.effects[i] : undefined
    const alone = bars.filter(({ assumption }) => assumption === i).flatMap(({ ends }) => ends)
    return {
      assumption: i,
      vary,
      first: effect?.first ?? null,
      firstLow: effect?.firstBetween?.[0] ?? null,
      firstHigh: effect?.firstBetween?.[1] ?? null,
      total: effect?.total ?? null,
      totalLow: effect?.totalBetween?.[0] ?? null,
      totalHigh: effect?.totalBetween?.[1] ?? null,
      mostAlone: alone.length > 0 ? Math.max(...alone.map(end => end.change)) : null,
    }
  })

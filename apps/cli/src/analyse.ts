import { availableParallelism } from 'node:os'
import type { Assumption } from '@tumstock/engine/assumptions'
import { describe } from '@tumstock/engine/describe'
import { modelOf } from '@tumstock/engine/model'
import { tableOfNumbers } from '@tumstock/engine/number-table'
import { type Uncertainty, uncertainty } from '@tumstock/engine/uncertainty'
import { uncertaintyInThreads } from '@tumstock/engine/uncertainty-threads'
import { nameOf } from '@tumstock/rubric/error'
import { BadInput } from './failure.ts'
import { csvText, formatOf, jsonText, numberOf, put } from './output.ts'
import { withProgress } from './progress.ts'
import { readAssumptions } from './read-assumptions.ts'
import { reportOf } from './report.ts'
import { readSubject, type Subject } from './subject.ts'

type Options = {
  rubric: string
  data: string
  uncertainty?: string
  seed: string
  assumptions?: string
  category?: string
  nominees?: string
  format: string
  out?: string
}

/** More units than this are not compared pair by pair: no groups are told then. */
const MOST_PAIRED = 2000

/**
 * Describes the numbers, weights, correlations and reliability of a rubric on a table; with `--uncertainty` how far each
 * rank moves when the assumptions are varied. As CSV the one table that was asked for, as JSON everything; unrounded.
 */
export async function analyse(options: Options): Promise<void> {
  const format = formatOf(options.format)
  const asked = askedOf(options)
  const subject = await readSubject(options)
  const varied = asked && { ...asked, assumptions: await readAssumptions(asked.path, subject) }
  const found = varied && (await vary(subject, varied))
  if (format === 'csv') await put(csvText(found ? unitsOf(subject, found) : numbersOf(subject)), options.out)
  else await put(jsonText(everything(subject, varied && found && { ...varied, found })), options.out)
}

type Asked = { runs: number; seed: number; path: string; category?: string; nominees?: number }
type Varied = Asked & { assumptions: readonly Assumption[] }

function askedOf(options: Options): Asked | undefined {
  const { uncertainty: runs, assumptions, category, nominees } = options
  if (runs === undefined) {
    const stray = (['assumptions', 'category', 'nominees'] as const).find(name => options[name] !== undefined)
    if (stray) throw new BadInput(`--${stray}: only with --uncertainty, which says how many runs to draw.`)
    return undefined
  }
  if (assumptions === undefined)
    throw new BadInput('--uncertainty: needs --assumptions, the JSON file that says what is varied.')
  return {
    runs: numberOf('--uncertainty', runs, { least: 1, whole: true }),
    seed: numberOf('--seed', options.seed, { least: 0, whole: true }),
    path: assumptions,
    ...(category !== undefined && { category }),
    ...(nominees !== undefined && { nominees: numberOf('--nominees', nominees, { least: 1, whole: true }) }),
  }
}

/** Values that one thread reads in about half a second: below, starting others would take longer than they save. */
const WORTH_THREADS = 1e9

function vary({ rubric, plan, data, calls }: Subject, varied: Varied): Promise<Uncertainty> {
  const { assumptions, category, runs, seed, nominees } = varied
  const subject = { rubric, data, calls }
  const within = category === undefined ? {} : { category }
  const pairs = data.ids.length <= MOST_PAIRED
  const request = { runs, seed, pairs, ...(nominees !== undefined && { nominees }) }
  const work = runs * data.ids.length * plan.nodes.length
  return withProgress('uncertainty', onProgress =>
    work < WORTH_THREADS
      ? uncertainty(modelOf(subject, assumptions, within), request, onProgress)
      : uncertaintyInThreads(subject, assumptions, request, {
          ...within,
          threads: availableParallelism(),
          onProgress,
        }),
  )
}

/**
 * One line per unit in the order of the data: the score on the rubric's scale, as `score` writes it; `group` numbers the
 * groups that are tied within the noise, best first.
 */
const unitsOf = ({ rubric, rows }: Subject, { units, groups }: Uncertainty) => {
  const nameOf = new Map(rows.map(({ id, name }) => [id, name]))
  const groupOf = new Map(groups?.flatMap((ids, at) => ids.map(id => [id, at + 1] as const)))
  return units.map(({ id, score, ...figures }) => ({
    unit: id,
    name: nameOf.get(id) ?? null,
    score: score === null ? null : score * rubric.scale.max,
    ...figures,
    group: groupOf.get(id) ?? null,
  }))
}

const numbersOf = ({ plan, data }: Subject) =>
  describe(tableOfNumbers(plan, data)).map(({ shares, flags, ...figures }) => ({
    ...figures,
    ...Object.fromEntries(Object.entries(shares).map(([name, share]) => [`${name}Share`, share])),
    flags: flags.join(' '),
  }))

const everything = (subject: Subject, varied: (Varied & { found: Uncertainty }) | undefined) => {
  const report = { rubric: nameOf(subject.rubric), ...reportOf(subject) }
  if (!varied) return report
  const { assumptions, category = null, nominees = null, found } = varied
  const { before, ...rest } = found
  const count = found.units.length
  const rows = before && found.units.map((_, i) => [...before.subarray(i * count, (i + 1) * count)])
  return { ...report, uncertainty: { assumptions, category, nominees, ...rest, before: rows } }
}

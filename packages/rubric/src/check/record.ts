import type { RubricData } from '../contract.ts'
import type { Finding } from '../problem.ts'
import type { Claim, RecordedEntry, RecordedRound, RecordedShare } from '../record.ts'
import { repeated, unknownName } from './names.ts'

/** Whether a recorded round fits its edition and names only what it defines. */
export function* checkFacts(rubric: RubricData, record: RecordedRound): Generator<Finding> {
  if (record.edition !== rubric.edition)
    yield {
      code: 'unknown-reference',
      path: 'edition',
      says: `is “${record.edition}”, the rubric's is “${rubric.edition}”.`,
    }
  if (record.held !== undefined && record.held.from > record.held.to)
    yield {
      code: 'bad-range',
      path: 'held',
      says: `ends ${record.held.to}, before it begins ${record.held.from}.`,
    }
  yield* checkSources(record)
  for (const [i, responses] of (record.responses ?? []).entries())
    if (responses.answered > responses.invited)
      yield {
        code: 'bad-range',
        path: `responses.${i}`,
        says: `${responses.answered} answered of ${responses.invited} invited. No more can answer than were invited.`,
      }
  for (const [i, entry] of record.entries.entries()) yield* checkEntry(`entries.${i}`, entry, rubric)
  for (const { value, index } of repeated(record.entries.map(entry => entry.units[0])))
    yield {
      code: 'duplicate',
      path: `entries.${index}.units`,
      says: `“${value}” already leads an entry. A unit leads one.`,
    }
  for (const [i, share] of (record.shares ?? []).entries()) yield* checkShare(`shares.${i}`, share, rubric)
  const units = new Set(record.entries.flatMap(entry => entry.units))
  for (const [i, claim] of record.claims.entries()) yield* checkClaim(`claims.${i}`, claim, { rubric, units })
}

function* checkSources(record: RecordedRound): Generator<Finding> {
  const defined = Object.keys(record.sources)
  const used = new Set<string>()
  for (const list of ['responses', 'entries', 'shares', 'claims'] as const)
    for (const [i, { source }] of (record[list] ?? []).entries()) {
      used.add(source)
      if (!Object.hasOwn(record.sources, source))
        yield unknownName(`${list}.${i}.source`, `source “${source}”`, defined)
    }
  for (const id of defined)
    if (!used.has(id))
      yield {
        code: 'unused',
        severity: 'warning',
        path: `sources.${id}`,
        says: 'nothing is taken from it. Leave it out.',
      }
}

function* checkEntry(path: string, entry: RecordedEntry, rubric: RubricData): Generator<Finding> {
  for (const [i, unit] of entry.units.entries()) yield* checkUnit(`${path}.units.${i}`, unit)
  for (const { value, index } of repeated(entry.units))
    yield { code: 'duplicate', path: `${path}.units.${index}`, says: `“${value}” is listed before.` }
  yield* checkCategory(`${path}.category`, entry.category, rubric)
  if (entry.score !== undefined && (entry.score < 0 || entry.score > rubric.scale.max))
    yield {
      code: 'bad-range',
      path: `${path}.score`,
      says: `${entry.score} is off the scale. Allowed: 0 to ${rubric.scale.max}.`,
    }
}

function* checkUnit(path: string, unit: string): Generator<Finding> {
  if (!/^[A-Z]{2}-[A-Z0-9]+$/.test(unit))
    yield { code: 'bad-id', path, says: `“${unit}” is not a register id. It is written as NO-05 or SE-0186.` }
}

function* checkCategory(path: string, category: string | undefined, rubric: RubricData): Generator<Finding> {
  if (category !== undefined && !Object.hasOwn(rubric.categories, category))
    yield unknownName(path, `category “${category}”`, Object.keys(rubric.categories))
}

function* checkShare(path: string, share: RecordedShare, rubric: RubricData): Generator<Finding> {
  const asked = Object.hasOwn(rubric.questions, share.question) ? rubric.questions[share.question] : undefined
  if (asked === undefined) {
    yield unknownName(`${path}.question`, `question “${share.question}”`, Object.keys(rubric.questions))
  } else {
    const options = 'options' in asked ? Object.keys(asked.options) : []
    if (asked.unknown) options.push('?')
    if (asked.notApplicable) options.push('n/a')
    if (!options.includes(share.option))
      yield unknownName(`${path}.option`, `option “${share.option}”`, options)
  }
}

type Known = { rubric: RubricData; units: ReadonlySet<string> }

function* checkClaim(path: string, claim: Claim, { rubric, units }: Known): Generator<Finding> {
  switch (claim.check) {
    case 'percent':
      if (claim.whole <= 0 || claim.part < 0)
        yield {
          code: 'bad-range',
          path,
          says: `${claim.part} of ${claim.whole} is no share. The whole is above 0.`,
        }
      break
    case 'rank':
      if (!units.has(claim.unit)) yield unknownName(`${path}.unit`, `entry “${claim.unit}”`, [...units])
      break
    case 'category':
      yield* checkUnit(`${path}.unit`, claim.unit)
      yield* checkCategory(`${path}.printed`, claim.printed, rubric)
      break
    case 'winner':
      if (claim.category !== 'round') yield* checkCategory(`${path}.category`, claim.category, rubric)
      yield* checkUnit(`${path}.printed`, claim.printed)
      break
    case 'count':
      yield* checkCategory(`${path}.category`, claim.category, rubric)
      break
    default:
      break
  }
}

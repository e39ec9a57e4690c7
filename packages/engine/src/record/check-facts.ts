import type { RubricData } from '@tumstock/rubric/contract'
import type { Claim, RecordedEntry, RecordedRound } from '@tumstock/rubric/record'
import { categoriesFor } from './category.ts'
import { cannotTell, type Finding, recomputed } from './findings.ts'
import { printedNumber } from './printed.ts'
import { rankBounds } from './rank-bounds.ts'

type Of<K extends Claim['check']> = Extract<Claim, { check: K }>

/** Holds only when the facts leave one rank; contradicts when they exclude the printed one. */
export const checkRank = (claim: Of<'rank'>, rubric: RubricData, record: RecordedRound): Finding => {
  const stated = printedNumber(claim.printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  const entry = record.entries.find(({ units }) => units.includes(claim.unit))
  if (!entry) return cannotTell({ code: 'no-such-unit', unit: claim.unit })
  const { low, high } = rankBounds(rubric, record, entry, claim.within)
  const possible = stated.value >= low && stated.value <= (high ?? Number.POSITIVE_INFINITY)
  const computed = high === null ? `≥ ${low}` : low === high ? `${low}` : `${low}–${high}`
  const verdict = !possible ? 'contradicts' : low === high ? 'holds' : 'unverifiable'
  return { verdict, computed, reason: { code: 'rank-bounds', low, high } }
}

/** The kind of unit is that of the printed category: a source may err in the class, not in what a unit is. */
export const checkCategory = (claim: Of<'category'>, rubric: RubricData): Finding => {
  const stated = rubric.categories[claim.printed]
  if (!stated) return cannotTell({ code: 'no-such-category', category: claim.printed })
  const categories = categoriesFor(rubric, stated.kind, claim.population)
  const [category] = categories
  if (category === undefined || categories.length > 1)
    return cannotTell({ code: 'category-unclear', categories })
  return recomputed(category === claim.printed, category)
}

/**
 * Holds when another source names the same winner and none another; a single source confirms nothing. A joint entry is
 * named by any of its units.
 */
export const checkWinner = (claim: Of<'winner'>, record: RecordedRound): Finding => {
  const entryOf = (unit: string): RecordedEntry | undefined =>
    record.entries.find(({ units }) => units.includes(unit))
  const sameAs = (unit: string): boolean =>
    unit === claim.printed || (entryOf(unit)?.units.includes(claim.printed) ?? false)
  const claimed = record.claims
    .filter(other => other.check === 'winner' && other !== claim && other.category === claim.category)
    .map(other => ({ source: other.source, names: other.printed }))
  const recorded = record.entries
    .filter(entry => entry.place === 'winner')
    .filter(entry => claim.category === 'round' || entry.category === claim.category)
    .map(entry => ({ source: entry.source, names: entry.units[0] ?? '' }))
  const statements = [
    ...new Map([...claimed, ...recorded].map(said => [`${said.source} ${said.names}`, said])).values(),
  ]
  const disagreeing = statements.filter(other => !sameAs(other.names))
  if (disagreeing.length > 0)
    return {
      verdict: 'contradicts',
      computed: [...new Set(disagreeing.map(other => other.names))].join(', '),
      reason: { code: 'sources-disagree', with: disagreeing },
    }
  const agreeing = statements.filter(other => other.source !== claim.source)
  if (agreeing.length === 0) return cannotTell({ code: 'one-source' })
  return { verdict: 'holds', computed: claim.printed, reason: { code: 'sources-agree', with: agreeing } }
}

const HOW_FAR: readonly RecordedEntry['place'][] = ['entry', 'nominee', 'finalist', 'winner']

/** A winner has been a finalist and a nominee, too: counted are those who came at least so far. */
export const checkCount = (claim: Of<'count'>, record: RecordedRound): Finding => {
  const stated = printedNumber(claim.printed)
  if (!stated) return cannotTell({ code: 'not-readable' })
  const recorded = record.entries.filter(
    entry =>
      HOW_FAR.indexOf(entry.place) >= HOW_FAR.indexOf(claim.place) &&
      (claim.category === undefined || entry.category === claim.category),
  ).length
  if (recorded >= stated.value) return recomputed(recorded === stated.value, String(recorded))
  return { verdict: 'unverifiable', computed: String(recorded), reason: { code: 'fewer-recorded', recorded } }
}

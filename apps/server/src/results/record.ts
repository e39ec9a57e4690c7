import { verifyRecord } from '@tumstock/engine/verify'
import { unitAt } from '@tumstock/register/units'
import type { RecordedRound } from '@tumstock/rubric/record'
import { translate } from '@tumstock/rubric/text'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, reachResults } from '../rounds/service.ts'

const PLACES = ['winner', 'nominee', 'finalist', 'entry'] as const

/** What a past round published: who won, what was printed and whether it holds, and where it stands. */
export async function getRecord(
  ctx: Context,
  { round: id, lang }: { round: string; lang?: string | undefined },
) {
  const round = await reachResults(ctx, ctx.db, id)
  if (round.record === null)
    throw new Refusal('wrong-state', 'This round was run here; only records of past rounds have claims.')
  const locales = ctx.rubrics.find(round.rubricId, round.edition)?.edition.locales ?? {}
  const locale = lang === undefined ? undefined : locales[lang]
  const inLanguage = <T extends Parameters<typeof translate>[0]>(one: T): T =>
    locale ? translate(one, locale) : one
  const rubric = inLanguage(await frozenDefinition(ctx.db, round))
  const record = inLanguage(JSON.parse(round.record) as RecordedRound)
  const nameOf = (unit: string) => unitAt(unit, record.referenceDate)?.name ?? unit
  const categories = [...Object.keys(rubric.categories), undefined]
  return {
    round: id,
    title: record.title,
    organiser: record.organiser,
    year: record.year,
    held: record.held ?? null,
    places: categories
      .map(category => ({
        category: category ?? null,
        title: category === undefined ? null : (rubric.categories[category]?.title ?? category),
        entries: record.entries
          .filter(entry => entry.category === category)
          .toSorted(
            (a, b) => PLACES.indexOf(a.place) - PLACES.indexOf(b.place) || (b.score ?? -1) - (a.score ?? -1),
          )
          .map(({ units, name, place, score, rank, categoryRank, reasons, source, status }) => ({
            units: units.map(unit => ({ id: unit, name: nameOf(unit) })),
            name,
            place,
            score: score ?? null,
            rank: rank ?? null,
            categoryRank: categoryRank ?? null,
            reasons: reasons ?? null,
            source,
            status,
          })),
      }))
      .filter(group => group.entries.length > 0),
    claims: verifyRecord(rubric, record).map(({ claim, verdict, computed, reason }) => ({
      says: claim.says,
      printed: claim.printed,
      check: claim.check,
      source: claim.source,
      status: claim.status,
      note: claim.note ?? null,
      verdict,
      computed,
      reason,
    })),
    shares: record.shares ?? [],
    responses: record.responses ?? [],
    sources: Object.entries(record.sources).map(([source, about]) => ({ id: source, ...about })),
  }
}

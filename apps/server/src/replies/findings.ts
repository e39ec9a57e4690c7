import { isWithin, sectionsOf } from '../answers/sections.ts'
import { itemsOf } from '../assessments/items.ts'
import { windowsOf } from '../assessments/sheet.ts'
import type { Context } from '../context.ts'
import { entryHere } from '../entry-here.ts'
import { may } from '../policy.ts'
import { frozenDefinition } from '../rounds/service.ts'

/** What was found behind an entry's answers, for those whose answers they are; who answers some areas sees those. */
export async function findings(ctx: Context) {
  const place = entryHere(ctx)
  const { round, entry } = place
  const rubric = await frozenDefinition(ctx.db, round)
  const own = sectionsOf(entry.standing)
  const items = (await itemsOf(ctx, place)).filter(
    one => (one.desk !== null || one.visit !== null) && isWithin(rubric, own, one.question),
  )
  return {
    entry: { id: entry.row.id, name: entry.row.name },
    mayReply: may(entry.standing, 'replies.reply'),
    windows: windowsOf(place.standing),
    timeZone: round.timeZone,
    items,
  }
}

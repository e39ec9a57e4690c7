import type { Context } from '../context.ts'
import { ACTIONS, may, scopeOf } from '../policy.ts'
import { changesOf } from './changes.ts'
import { currentDefinition } from './current.ts'
import { editsOf } from './edits.ts'
import { inLanguage } from './in-language.ts'
import { isRun } from './is-run.ts'
import { lastDataOf } from './last-data.ts'
import { examine } from './open-round.ts'
import { answeringCounts, entryCounts, stagesOf } from './queries.ts'
import { summaryOf } from './rows.ts'
import { standInRound } from './service.ts'

/** One round whole, its texts in `lang` where the edition is translated. */
export async function getRound(ctx: Context, id: string, lang?: string) {
  const { round, standing } = await standInRound(ctx, ctx.db, id)
  const { base, rubric, problems } = await examine(ctx, ctx.db, round)
  const edits = editsOf(round)
  const definition = round.definition === null ? rubric : await currentDefinition(ctx.db, round)
  const last = round.state === 'draft' ? await lastDataOf(ctx, ctx.db, round) : null
  const of = (rows: { roundId: string; entries: number }[]) =>
    rows.find(row => row.roundId === id)?.entries ?? 0
  return {
    ...summaryOf(round, {
      standing,
      stages: await stagesOf(ctx.db, id),
      counts: { invited: of(await entryCounts(ctx.db)), answered: of(await answeringCounts(ctx.db)) },
      now: ctx.now(),
    }),
    referenceDate: round.referenceDate,
    timeZone: round.timeZone,
    prefillFrom: may(standing, 'rounds.configure') ? round.prefillFrom : null,
    description: round.description,
    rubric: inLanguage(ctx, round, definition, lang),
    base: inLanguage(ctx, round, base, lang),
    changes: changesOf(base, edits),
    hash: round.definition,
    openedAt: round.openedAt,
    problems: may(standing, 'rounds.validate') && round.state === 'draft' ? problems : [],
    // It grows with every evaluation, which is not everybody's to know.
    version: may(standing, 'rounds.configure') ? round.version : 0,
    lastData: last && { roundId: last.id, title: last.title, kind: last.kind },
    mayChange: may(standing, 'rounds.configure') && isRun(round),
    /** What is going on, and what the reader may therefore do in the round as a whole. */
    phases: [...standing.phases],
    can: ACTIONS.filter(action => scopeOf(action) !== 'entry' && may(standing, action)),
  }
}

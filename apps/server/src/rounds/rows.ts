import type { RecordedRound } from '@tumstock/rubric/record'
import type { Context } from '../context.ts'
import { may, reaches, type Standing, sees } from '../policy.ts'
import { standingsIn } from '../standing.ts'
import { isRun } from './is-run.ts'
import type { RoundRow, StageRow } from './queries.ts'
import { allRounds, allStages, answeringCounts, entryCounts } from './queries.ts'

export type RoundSummary = ReturnType<typeof summaryOf>

/** Null to whom the numbers are not yet to be known. */
type Counts = { invited: number | null; answered: number | null }

/** Every round that the asker may see, as the list shows it. */
export async function listRounds(ctx: Context): Promise<RoundSummary[]> {
  const found = await standingsIn(ctx, ctx.db, await allRounds(ctx.db))
  const rounds = found.filter(({ standing }) => reaches(standing))
  const stages = Map.groupBy(await allStages(ctx.db), stage => stage.roundId)
  const entries = new Map((await entryCounts(ctx.db)).map(row => [row.roundId, row.entries]))
  const answering = new Map((await answeringCounts(ctx.db)).map(row => [row.roundId, row.entries]))
  return rounds.map(({ round, standing }) =>
    summaryOf(round, {
      standing,
      stages: stages.get(round.id) ?? [],
      counts: { invited: entries.get(round.id) ?? 0, answered: answering.get(round.id) ?? 0 },
      now: ctx.now(),
    }),
  )
}

type Around = { standing: Standing; stages: readonly StageRow[]; counts: Counts; now: string }

/** A round in short, as far as this reader may know it: that it is evaluated is known to whom the results are. */
export function summaryOf(round: RoundRow, { standing, stages, counts, now }: Around) {
  const run = isRun(round)
  const running = run && round.state !== 'draft'
  const current = running && stages.find(stage => within(stage, now))
  const deadlines = running
    ? stages.flatMap(({ closesAt }) => (closesAt !== null && closesAt > now ? [closesAt] : []))
    : []
  return {
    id: round.id,
    title: round.title,
    award: round.rubricId,
    edition: round.edition,
    year: round.year,
    country: round.country,
    state: round.state === 'evaluated' && !may(standing, 'results.get') ? ('open' as const) : round.state,
    kind: round.kind,
    /** Somebody runs it here; else it is a record, or made up and published. */
    run,
    stages: stages.map(({ kind, opensAt, closesAt, graceMinutes, replyUntil }) => ({
      kind,
      from: opensAt,
      to: closesAt,
      graceMinutes,
      replyUntil,
    })),
    now: current ? current.kind : null,
    ...(respondents(round) ?? (sees(standing, 'responses') ? counts : { invited: null, answered: null })),
    nextDeadline: deadlines.toSorted()[0] ?? null,
    publishedVersion: round.publishedVersion,
    /** What the reader is here. */
    roles: [...standing.roles],
  }
}

const within = ({ opensAt, closesAt }: StageRow, now: string): boolean =>
  opensAt !== null && opensAt <= now && (closesAt === null || now < closesAt)

/** A record says itself who was asked and who answered; its entries are only those that the source names. */
function respondents(round: RoundRow): Counts | null {
  if (round.record === null) return null
  const { responses } = JSON.parse(round.record) as RecordedRound
  if (!responses || responses.length === 0) return null
  return {
    invited: responses.reduce((sum, one) => sum + one.invited, 0),
    answered: responses.reduce((sum, one) => sum + one.answered, 0),
  }
}

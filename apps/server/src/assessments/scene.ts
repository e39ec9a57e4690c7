import type { AnswerValue } from '@tumstock/rubric/answers'
import { type Answering, answeringScene, type Someone } from '../answers/scene.ts'
import type { TestDatabase } from '../db/each-dialect.ts'

const DAYS = {
  before: ['2014-08-01T00:00:00.000Z', '2014-09-01T00:00:00.000Z', null],
  open: ['2014-05-01T00:00:00.000Z', '2014-07-01T00:00:00.000Z', '2014-08-01T00:00:00.000Z'],
  reply: ['2014-04-01T00:00:00.000Z', '2014-05-01T00:00:00.000Z', '2014-07-01T00:00:00.000Z'],
  over: ['2014-02-01T00:00:00.000Z', '2014-03-01T00:00:00.000Z', '2014-04-01T00:00:00.000Z'],
} as const

export type Assessing = Answering & {
  /** The entries that are assessed and not. */
  oslo: string
  asker: string
  lead: Someone
  desk: Someone
  visitor: Someone
  /** Desk assessor of Oslo with a conflict. */
  torn: Someone
  run: Someone
  claim: (question: string, value: AnswerValue | null) => Promise<void>
  /** What is going on now: the survey is over, each other stage at the point named. */
  now: (stages: Partial<Record<'verification' | 'siteVisit' | 'jury', keyof typeof DAYS>>) => Promise<void>
}

/** Oslo has claimed a plan, two channels and 80 per cent; people of every kind look on. */
export async function assessingScene(database: TestDatabase): Promise<Assessing> {
  const { db } = database
  const scene = await answeringScene(database)
  const { round, entries, seat, organiser, someone } = scene
  const [oslo = '', asker = ''] = [entries.Oslo, entries.Asker]
  const lead = await seat('lead', 'lead', { entry: oslo })
  const desk = await seat('desk', 'desk')
  const visitor = await seat('visitor', 'visitor')
  const torn = await seat('torn', 'desk')
  const stamp = { createdAt: organiser.now(), createdBy: null }
  for (const [userId, role] of [
    ['desk', 'desk'],
    ['visitor', 'visitor'],
    ['torn', 'desk'],
  ] as const)
    await db
      .insertInto('assignment')
      .values({ roundId: round, entryId: oslo, userId, role, ...stamp })
      .execute()
  await db
    .insertInto('conflict')
    .values({
      roundId: round,
      entryId: oslo,
      userId: 'torn',
      source: 'declared',
      reason: 'Worked there',
      at: organiser.now(),
      by: null,
    })
    .execute()
  await db
    .updateTable('entry')
    .set({ state: 'accepted', submittedAt: organiser.now() })
    .where('roundId', '=', round)
    .execute()
  const run = someone(organiser)
  const claim: Assessing['claim'] = async (question, value) => {
    const stands = await db
      .selectFrom('answer')
      .select('version')
      .where('entryId', '=', oslo)
      .where('question', '=', question)
      .where('layer', '=', 'claim')
      .executeTakeFirst()
    const given = Array.isArray(value) ? [...value] : (value as string | number | null)
    await run.api.entries.setAnswer({
      round,
      entry: oslo,
      question,
      value: given,
      version: stands?.version ?? 0,
    })
  }
  await claim('plan', 'yes')
  await claim('channels', ['web', 'phone'])
  await claim('share', 80)
  const now: Assessing['now'] = async stages => {
    await db.deleteFrom('stage').where('roundId', '=', round).execute()
    const rows = [['survey', DAYS.over], ...Object.entries(stages).map(([kind, at]) => [kind, DAYS[at]])] as [
      string,
      (typeof DAYS)['open'],
    ][]
    for (const [position, [kind, [opensAt, closesAt, replyUntil]]] of rows.entries())
      await db
        .insertInto('stage')
        .values({
          roundId: round,
          kind,
          position,
          opensAt,
          closesAt,
          graceMinutes: 0,
          replyUntil: kind === 'verification' || kind === 'siteVisit' ? replyUntil : null,
          blind: 0,
        })
        .execute()
  }
  await now({ verification: 'open', siteVisit: 'before', jury: 'before' })
  return { ...scene, oslo, asker, lead, desk, visitor, torn, run, claim, now }
}

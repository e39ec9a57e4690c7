import { z } from 'zod'
import { writeDown } from '../audit/service.ts'
import type { Installation } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { Handler } from '../jobs/handler.ts'
import { Refusal } from '../refusal.ts'
import { announceFindings } from '../replies/announce.ts'
import { publishable, publishIn } from '../results/publish.ts'
import { frozenDefinition, type RoundRow } from '../rounds/service.ts'
import type { ChangeDetail } from './change-detail.ts'
import { postReleaseFailed } from './letters.ts'
import { keyOf, type Planned, plannedIn } from './planned.ts'
import { holdRound, insertChange, type StageRow, stagesOf } from './queries.ts'

const planned = z.strictObject({
  round: z.string(),
  stage: z.string(),
  change: z.enum(['opened', 'closed', 'repliesEnded', 'released']),
  at: z.string(),
}) satisfies z.ZodType<Planned>

/**
 * Does what a round has planned for a time, once: the log's key is the plan itself. Does nothing where the plan has become
 * another. What is open when is decided by the clock alone and does not wait for this.
 */
export const happen =
  (installation: Installation): Handler =>
  async payload => {
    const one = planned.parse(payload)
    return async (tx, afterwards) => {
      const round = await holdRound(tx, installation.dialect, one.round)
      if (!round) return
      const stages = await stagesOf(tx, round.id)
      if (!plannedIn(round, stages).some(other => keyOf(other) === keyOf(one))) return
      if (one.change === 'released') await release(installation, tx, { one, round })
      else await pass(installation, tx, { one, round, stages })
      afterwards(() => installation.live.announce(`round/${round.id}`))
    }
  }

type Happening = { one: Planned; round: RoundRow }

async function pass(
  installation: Installation,
  tx: Tx,
  { one, round, stages }: Happening & { stages: readonly StageRow[] },
): Promise<void> {
  if (!(await log(installation, tx, one))) return
  const layer = one.stage === 'verification' ? 'desk' : one.stage === 'siteVisit' ? 'visit' : null
  if (one.change === 'closed' && layer) {
    const until = stages.find(stage => stage.kind === one.stage)?.replyUntil ?? null
    const { baseLanguage: language } = await frozenDefinition(tx, round)
    await announceFindings(installation, tx, { round, language, layer, until })
  }
  await writeDown(tx, installation.dialect, [
    {
      ...deed(installation, one),
      action: `stages.${one.change}`,
      detail: { stage: one.stage, planned: one.at },
    },
  ])
}

/** Publishes what was evaluated; where there is nothing to publish, the log and a letter say so. */
async function release(installation: Installation, tx: Tx, { one, round }: Happening): Promise<void> {
  const refusal = await publishable(tx, round).then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )
  if (refusal) {
    const { code, message } = refusal.reason
    if (!(await log(installation, tx, one, { change: 'releaseFailed', detail: { code } }))) return
    await postReleaseFailed(installation, tx, { round, at: one.at })
    await writeDown(tx, installation.dialect, [
      {
        ...deed(installation, one),
        action: 'stages.releaseFailed',
        detail: { planned: one.at, code, message },
      },
    ])
    return
  }
  if (!(await log(installation, tx, one))) return
  const { detail } = await publishIn({ now: installation.now, user: null }, tx, round)
  await writeDown(tx, installation.dialect, [
    {
      ...deed(installation, one),
      action: 'results.publish',
      detail: { ...(detail as object), planned: one.at },
    },
  ])
}

const deed = ({ now }: Installation, { round }: Planned) => ({
  at: now(),
  actorId: null,
  subject: `round/${round}`,
})

const log = (
  { now }: Installation,
  tx: Tx,
  one: Planned,
  {
    change = one.change,
    detail = {},
  }: { change?: 'releaseFailed' | Planned['change']; detail?: ChangeDetail } = {},
): Promise<boolean> =>
  insertChange(tx, {
    key: keyOf(one),
    roundId: one.round,
    stage: one.stage,
    change,
    scheduledFor: one.at,
    at: now(),
    by: null,
    reason: null,
    detail: JSON.stringify(detail),
  })

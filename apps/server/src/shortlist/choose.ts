import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { isInContest, participantsOf } from '../entries/rows.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition, ownRound, type RoundRow } from '../rounds/service.ts'
import type { Reasons } from './candidates.ts'
import { chosenAward } from './decided-awards.ts'
import * as queries from './queries.ts'

type Named = { round: string; award: string; entry: string }

const STATES = ['open', 'evaluated', 'published'] as const

/** Nominates an entry, or says better why it is. Once the list is announced, only the reasons can change. */
export async function setNominee(
  ctx: Context,
  { reasons, ...named }: Named & { reasons: Reasons },
): Promise<void> {
  await audited(ctx, 'shortlist.set', async tx => {
    const round = await ownRound(ctx, tx, { id: named.round, states: STATES })
    const rubric = await frozenDefinition(tx, round)
    chosenAward(rubric, named.award)
    const allowed = [...new Set([rubric.baseLanguage, ...rubric.languages])]
    const strange = Object.keys(reasons).find(language => !allowed.includes(language))
    if (strange !== undefined)
      throw new Refusal('bad-input', `No reasons in "${strange}". Allowed: ${allowed.join(', ')}.`, {
        path: 'reasons',
      })
    const there = (await queries.nomineesOf(tx, round.id)).some(
      row => row.award === named.award && row.entryId === named.entry,
    )
    if (!there) {
      refuseAnnounced(ctx, round)
      await refuseOutside(tx, named)
    }
    await queries.putNominee(tx, {
      roundId: round.id,
      award: named.award,
      entryId: named.entry,
      reasons: JSON.stringify(reasons),
      at: ctx.now(),
      by: ctx.user?.id ?? null,
    })
    const detail = { award: named.award, languages: Object.keys(reasons) }
    return { subject: `round/${round.id}/entry/${named.entry}`, detail, result: undefined }
  })
}

export async function removeNominee(ctx: Context, named: Named): Promise<void> {
  await audited(ctx, 'shortlist.remove', async tx => {
    const round = await ownRound(ctx, tx, { id: named.round, states: STATES })
    refuseAnnounced(ctx, round)
    if (!(await queries.deleteNominee(tx, named)))
      throw new Refusal('not-found', 'This entry is not nominated for this award.')
    const detail = { award: named.award }
    return { subject: `round/${round.id}/entry/${named.entry}`, detail, result: undefined }
  })
}

/** Sets from when on everybody may see the nominees (ISO-8601 UTC); null puts it off. What is out stays out. */
export async function announce(
  ctx: Context,
  { round: id, at }: { round: string; at: string | null },
): Promise<void> {
  await audited(ctx, 'shortlist.announce', async tx => {
    const round = await ownRound(ctx, tx, { id, states: STATES })
    refuseAnnounced(ctx, round)
    if (at !== null && (await queries.nomineesOf(tx, id)).length === 0)
      throw new Refusal('wrong-state', 'Nobody is nominated yet.')
    await queries.setAnnouncement(tx, id, at)
    return { subject: `round/${id}`, detail: { at }, result: undefined }
  })
}

const refuseAnnounced = (ctx: Context, { nomineesAt }: RoundRow): void => {
  if (nomineesAt !== null && nomineesAt <= ctx.now())
    throw new Refusal('wrong-state', `The nominees were announced at ${nomineesAt}; they stand.`)
}

async function refuseOutside(tx: Tx, { round, entry }: Named): Promise<void> {
  const found = (await participantsOf(tx, round)).find(one => one.id === entry)
  if (!found) throw new Refusal('not-found', `There is no entry ${entry} in this round.`)
  if (!isInContest(found))
    throw new Refusal('wrong-state', `${found.name} does not compete, or has not sent in its answers.`)
}

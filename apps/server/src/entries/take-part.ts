import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { takeUpNominations } from '../nominations/take-up.ts'
import { Refusal } from '../refusal.ts'
import { reopenRound } from '../rounds/current.ts'
import { frozenDefinition } from '../rounds/service.ts'
import type { EntryRow } from '../standing.ts'
import { entryToChange } from './change-entry.ts'
import { updateEntry } from './queries.ts'

type Named = { round: string; entry: string }

/** The lead says whether their municipality takes part. What was nominated becomes the first draft of its answers. */
export async function respond(
  ctx: Context,
  { accept, reason = null, ...named }: Named & { accept: boolean; reason?: string | null | undefined },
): Promise<{ state: EntryRow['state'] }> {
  const result = await audited(ctx, 'entries.respond', async tx => {
    const { round, entry } = await entryToChange(ctx, tx, 'entries.respond', named)
    const asked = entry.state === 'nominated' || entry.state === 'invited' || entry.state === 'declined'
    if (!asked)
      throw new Refusal('wrong-state', `The entry is ${entry.state}; an invitation is answered once.`)
    if (entry.completeUntil !== null && entry.completeUntil <= ctx.now())
      throw new Refusal('wrong-state', `The time to answer ended at ${entry.completeUntil}.`)
    const state = accept ? 'accepted' : 'declined'
    await updateEntry(tx, entry.id, { state, reason: accept ? null : reason })
    if (accept && entry.origin === 'nominated') await takeUpNominations(ctx, tx, round, entry.id)
    return { subject: subjectOf(named), detail: { state }, result: { state } as const }
  })
  announce(ctx, named)
  return result
}

/** Takes an entry out of the round; what it answered stays, and counts no more. */
export async function withdraw(
  ctx: Context,
  { reason, ...named }: Named & { reason: string },
): Promise<void> {
  await audited(ctx, 'entries.withdraw', async tx => {
    const { entry } = await entryToChange(ctx, tx, 'entries.withdraw', named)
    if (entry.state === 'withdrawn') throw new Refusal('wrong-state', 'The entry is withdrawn already.')
    await updateEntry(tx, entry.id, { state: 'withdrawn', reason })
    await reopenRound(tx, named.round)
    return { subject: subjectOf(named), detail: { was: entry.state }, result: undefined }
  })
  announce(ctx, named)
}

export type Participation = EntryRow['participation']

/** The lead chooses in which degree to take part, and in which language to be asked. */
export async function choose(
  ctx: Context,
  { participation, language, ...named }: Named & { participation: Participation; language: string },
): Promise<void> {
  await audited(ctx, 'entries.choose', async tx => {
    const { round, entry } = await entryToChange(ctx, tx, 'entries.choose', named)
    const { baseLanguage, languages } = await frozenDefinition(tx, round)
    const known = [...new Set([baseLanguage, ...languages])]
    if (!known.includes(language))
      throw new Refusal('bad-input', `Not asked in "${language}". Allowed: ${known.join(', ')}.`, {
        path: 'language',
      })
    await updateEntry(tx, entry.id, { participation, language })
    if (participation !== entry.participation) await reopenRound(tx, named.round)
    return { subject: subjectOf(named), detail: { participation, language }, result: undefined }
  })
  announce(ctx, named)
}

export async function setParticipation(
  ctx: Context,
  { participation, ...named }: Named & { participation: Participation },
): Promise<void> {
  await audited(ctx, 'entries.setParticipation', async tx => {
    const { entry } = await entryToChange(ctx, tx, 'entries.setParticipation', named)
    await updateEntry(tx, entry.id, { participation })
    await reopenRound(tx, named.round)
    const detail = { from: entry.participation, to: participation }
    return { subject: subjectOf(named), detail, result: undefined }
  })
  announce(ctx, named)
}

/** Lets answers count that nobody sent in, as after a deadline that a municipality missed. */
export async function acceptUnsubmitted(
  ctx: Context,
  { reason, ...named }: Named & { reason: string },
): Promise<void> {
  await audited(ctx, 'entries.acceptUnsubmitted', async tx => {
    const { entry } = await entryToChange(ctx, tx, 'entries.acceptUnsubmitted', named)
    if (entry.state !== 'accepted')
      throw new Refusal('wrong-state', `The entry is ${entry.state}; it takes part once it is accepted.`)
    if (entry.submittedAt !== null)
      throw new Refusal('wrong-state', `The answers were sent in at ${entry.submittedAt}.`)
    await updateEntry(tx, entry.id, { submittedAt: ctx.now(), reason })
    await reopenRound(tx, named.round)
    return { subject: subjectOf(named), result: undefined }
  })
  announce(ctx, named)
}

const subjectOf = ({ round, entry }: Named) => `round/${round}/entry/${entry}`

const announce = (ctx: Context, { round, entry }: Named): void => {
  ctx.live.announce(`entry/${entry}`)
  ctx.live.announce(`round/${round}/responses`)
}

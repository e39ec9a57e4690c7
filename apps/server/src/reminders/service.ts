import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { LETTER_LANGUAGES, type LetterLanguage, type Written } from '../mail/letters/letters.ts'
import { type Letter, postAll } from '../mail/post.ts'
import { Refusal } from '../refusal.ts'
import { responsesOf } from '../responses/service.ts'
import { frozenDefinition, ownRound, type RoundRow } from '../rounds/service.ts'
import { invitedLeads, renewedLink } from '../seats/renewed-link.ts'
import * as queries from './queries.ts'
import { type Group, type Recipient, recipientsIn } from './recipients.ts'
import { deadlineIn, fill, STANDARD } from './texts.ts'

/** By language, what the organiser changed of the standard texts. */
export type Wording = Partial<Record<LetterLanguage, Written>>

type Desk = {
  round: RoundRow
  /** When the survey closes for an entry; null where no time is set. */
  deadlineOf: (entry: string) => string | null
  recipients: Recipient[]
}

async function deskOf(ctx: Context, db: Db | Tx, id: string, group: Group): Promise<Desk> {
  const round = await ownRound(ctx, db, { id, states: ['open'] })
  const rubric = await frozenDefinition(db, round)
  const recipients = recipientsIn(await responsesOf(db, round), group, {
    leads: await queries.leadsOf(db, id),
    invited: await invitedLeads(db, id),
    languages: new Map((await queries.languagesOf(db, id)).map(row => [row.id, row.language])),
    language: rubric.baseLanguage,
    reminded: await queries.lastReminded(db, id),
  })
  const closing = await queries.closingOf(db, id)
  const extended = new Map((await queries.extendedIn(db, id)).map(row => [row.entryId, row.until]))
  return {
    round,
    deadlineOf: entry => (closing === null ? null : (extended.get(entry) ?? closing)),
    recipients,
  }
}

const wordsFor = (
  { round, deadlineOf }: Pick<Desk, 'round' | 'deadlineOf'>,
  { entry, wording, link }: { entry: Recipient; wording: Wording; link: string },
): Written =>
  fill(wording[entry.language] ?? STANDARD[entry.language], {
    entry: entry.name,
    round: round.title,
    deadline: deadlineIn(entry.language, deadlineOf(entry.entry), round.timeZone),
    link,
  })

/** Who would get a reminder, who cannot be reached, and what the first of each language would read. */
export async function previewReminder(
  ctx: Context,
  { round: id, group, wording }: { round: string; group: Group; wording: Wording },
) {
  const desk = await deskOf(ctx, ctx.db, id, group)
  const reached = desk.recipients.filter(one => one.people.length > 0)
  return {
    recipients: reached.map(({ people, ...one }) => ({ ...one, people: people.length })),
    unreachable: desk.recipients
      .filter(one => one.people.length === 0)
      .map(({ entry, name }) => ({ entry, name })),
    letters: LETTER_LANGUAGES.flatMap(language => {
      const some = reached.filter(one => one.language === language)
      const [entry] = some
      if (!entry) return []
      const link = linkTo(ctx, desk.round, entry)
      return [
        {
          language,
          count: some.length,
          words: wording[language] ?? STANDARD[language],
          example: { entry: entry.name, ...wordsFor(desk, { entry, wording, link }) },
        },
      ]
    }),
  }
}

const linkTo = (ctx: Context, round: RoundRow, { entry }: Pick<Recipient, 'entry'>): string =>
  new URL(`/rounds/${round.id}/answer/${entry}`, ctx.address()).href

export type Sending = {
  round: string
  /** Chosen by the sender: however often this reminder is sent, it goes out once. */
  id: string
  group: Group
  wording: Wording
}

/** Reminds everyone who is in the group at this moment, once. */
export const sendReminder = (
  ctx: Context,
  { round: id, ...sending }: Sending,
): Promise<{ letters: number }> =>
  audited(ctx, 'reminders.send', async tx => {
    const { group, wording } = sending
    const desk = await deskOf(ctx, tx, id, group)
    const key = `${id}/${sending.id}`
    const letters: Letter[] = []
    const reached = desk.recipients.filter(one => one.people.length > 0)
    if (reached.length === 0)
      throw new Refusal(
        'has-problems',
        'There is nobody to remind: all have answered, or none has an address.',
      )
    const count = reached.reduce((sum, one) => sum + one.people.length, 0)
    const reminder = {
      id: key,
      roundId: id,
      group: JSON.stringify(group),
      texts: JSON.stringify(wording),
      recipients: count,
      at: ctx.now(),
      by: ctx.user?.id ?? null,
    }
    const detail = { reminder: sending.id, group }
    if (!(await queries.insertReminder(tx, reminder))) {
      const before = await queries.reminderById(tx, key)
      return { subject: `round/${id}`, detail, result: { letters: before.recipients } }
    }
    for (const entry of reached)
      for (const person of entry.people) {
        const link = person.invitation
          ? await renewedLink(ctx, tx, person.id)
          : linkTo(ctx, desk.round, entry)
        letters.push({
          key: `reminder/${sending.id}/${entry.entry}/${person.id}`,
          to: person.email,
          round: id,
          ...wordsFor(desk, { entry, wording, link }),
        })
      }
    await postAll(ctx, tx, letters)
    return { subject: `round/${id}`, detail: { ...detail, letters: count }, result: { letters: count } }
  })

export async function listReminders(ctx: Context, id: string) {
  await ownRound(ctx, ctx.db, { id, states: ['draft', 'open', 'evaluated', 'published'] })
  return (await queries.remindersOf(ctx.db, id)).map(({ at, recipients, group, texts }) => ({
    at,
    recipients,
    group: JSON.parse(group) as Group,
    wording: JSON.parse(texts) as Wording,
  }))
}

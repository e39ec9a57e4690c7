import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { type Deadline, type LetterLanguage, letterLanguage, type Written } from '../mail/letters/letters.ts'
import { paragraphs, timeIn } from '../mail/letters/paragraphs.ts'
import { postAll } from '../mail/post.ts'
import type { EntryRow, RoundRow } from '../standing.ts'
import * as queries from './queries.ts'
import type { Receipt } from './submit.ts'

type Words = {
  round: string
  entry: string
  at: Deadline
  answers: number
  sha256: string
  link: string
}

const RECEIPT: Record<LetterLanguage, (words: Words) => Written> = {
  en: ({ round, entry, at, answers, sha256, link }) => ({
    subject: `Received: ${entry} in ${round}`,
    text: paragraphs(
      `The answers of ${entry} in ${round} were received on ${timeIn('en-GB', at)}.`,
      `Number of answers: ${answers}\nSHA-256 of what was sent in: ${sha256}`,
      `What was sent in, and the way to reopen it until the deadline:\n${link}`,
    ),
  }),
  nb: ({ round, entry, at, answers, sha256, link }) => ({
    subject: `Mottatt: ${entry} i ${round}`,
    text: paragraphs(
      `Svarene fra ${entry} i ${round} ble mottatt ${timeIn('nb-NO', at)}.`,
      `Antall svar: ${answers}\nSHA-256 av det som ble sendt inn: ${sha256}`,
      `Her ser du hva som ble sendt inn, og kan gjenåpne besvarelsen fram til fristen:\n${link}`,
    ),
  }),
  nn: ({ round, entry, at, answers, sha256, link }) => ({
    subject: `Motteke: ${entry} i ${round}`,
    text: paragraphs(
      `Svara frå ${entry} i ${round} vart mottekne ${timeIn('nn-NO', at)}.`,
      `Talet på svar: ${answers}\nSHA-256 av det som vart sendt inn: ${sha256}`,
      `Her ser du kva som vart sendt inn, og kan opne svara att fram til fristen:\n${link}`,
    ),
  }),
  sv: ({ round, entry, at, answers, sha256, link }) => ({
    subject: `Mottaget: ${entry} i ${round}`,
    text: paragraphs(
      `Svaren från ${entry} i ${round} togs emot ${timeIn('sv-SE', at)}.`,
      `Antal svar: ${answers}\nSHA-256 av det som skickades in: ${sha256}`,
      `Här ser ni vad som skickades in, och kan öppna svaren igen fram till sista svarsdag:\n${link}`,
    ),
  }),
}

type Of = { round: RoundRow; entry: EntryRow; receipt: Receipt; language: string }

/** The receipt to the entry's leads: of each sending-in one letter. */
export async function postReceipt(
  ctx: Pick<Context, 'jobs' | 'now' | 'address'>,
  tx: Tx,
  { round, entry, receipt, language }: Of,
): Promise<void> {
  const written = RECEIPT[letterLanguage(entry.language ?? language)]({
    round: round.title,
    entry: entry.name,
    at: { at: receipt.at, timeZone: round.timeZone },
    answers: receipt.answers,
    sha256: receipt.sha256,
    link: new URL(`/rounds/${round.id}/answer/${entry.id}`, ctx.address()).href,
  })
  const leads = await queries.leadsOf(tx, entry.id)
  await postAll(
    ctx,
    tx,
    leads.map(({ id, email }) => ({
      key: `receipt/${entry.id}/${receipt.at}/${id}`,
      to: email,
      round: round.id,
      ...written,
    })),
  )
}

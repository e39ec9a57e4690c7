import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import { type Deadline, type LetterLanguage, letterLanguage, type Written } from '../mail/letters/letters.ts'
import { paragraphs, timeIn } from '../mail/letters/paragraphs.ts'
import { postAll } from '../mail/post.ts'
import { frozenDefinition, type RoundRow } from '../rounds/service.ts'
import { leadsOf, organisersOf } from './queries.ts'

type ExtendedWords = { round: string; entry: string; until: Deadline; reason: string; link: string }
type FailedWords = { round: string; at: Deadline; link: string }
type Letters = { extended: (words: ExtendedWords) => Written; failed: (words: FailedWords) => Written }

const LETTERS: Record<LetterLanguage, Letters> = {
  en: {
    extended: ({ round, entry, until, reason, link }) => ({
      subject: `More time: ${entry} in ${round}`,
      text: paragraphs(
        `The organiser has given ${entry} until ${timeIn('en-GB', until)} to answer in ${round}.`,
        `The reason: ${reason}`,
        link,
      ),
    }),
    failed: ({ round, at, link }) => ({
      subject: `Not published: ${round}`,
      text: paragraphs(
        `The results of ${round} were to be published on ${timeIn('en-GB', at)}. That did not happen: there is no evaluation without errors to publish.`,
        'Evaluate the round and publish it, or set another time.',
        link,
      ),
    }),
  },
  nb: {
    extended: ({ round, entry, until, reason, link }) => ({
      subject: `Utsatt frist: ${entry} i ${round}`,
      text: paragraphs(
        `Arrangøren har gitt ${entry} utsatt svarfrist i ${round}, til ${timeIn('nb-NO', until)}.`,
        `Begrunnelse: ${reason}`,
        link,
      ),
    }),
    failed: ({ round, at, link }) => ({
      subject: `Ikke publisert: ${round}`,
      text: paragraphs(
        `Resultatene av ${round} skulle publiseres ${timeIn('nb-NO', at)}. Det skjedde ikke: Det finnes ingen feilfri beregning å publisere.`,
        'Beregn resultatene og publiser dem, eller velg et nytt tidspunkt.',
        link,
      ),
    }),
  },
  nn: {
    extended: ({ round, entry, until, reason, link }) => ({
      subject: `Utsett frist: ${entry} i ${round}`,
      text: paragraphs(
        `Arrangøren har gitt ${entry} utsett svarfrist i ${round}, til ${timeIn('nn-NO', until)}.`,
        `Grunngjeving: ${reason}`,
        link,
      ),
    }),
    failed: ({ round, at, link }) => ({
      subject: `Ikkje publisert: ${round}`,
      text: paragraphs(
        `Resultata av ${round} skulle publiserast ${timeIn('nn-NO', at)}. Det skjedde ikkje: Det finst inga feilfri utrekning å publisere.`,
        'Rekn ut resultata og publiser dei, eller vel eit nytt tidspunkt.',
        link,
      ),
    }),
  },
  sv: {
    extended: ({ round, entry, until, reason, link }) => ({
      subject: `Förlängd svarstid: ${entry} i ${round}`,
      text: paragraphs(
        `Arrangören har gett ${entry} längre tid att svara i ${round}, till ${timeIn('sv-SE', until)}.`,
        `Skäl: ${reason}`,
        link,
      ),
    }),
    failed: ({ round, at, link }) => ({
      subject: `Inte publicerat: ${round}`,
      text: paragraphs(
        `Resultaten av ${round} skulle ha publicerats ${timeIn('sv-SE', at)}. Det blev inte av: det finns ingen felfri beräkning att publicera.`,
        'Beräkna resultaten och publicera dem, eller välj en ny tidpunkt.',
        link,
      ),
    }),
  },
}

type Poster = Pick<Context, 'jobs' | 'now' | 'address'>

const linkTo = ({ address }: Poster, round: string): string => `${address()}/rounds/${round}/stages`

/** Tells an entry's leads that they have longer, and why. */
export async function postExtended(
  ctx: Poster,
  tx: Tx,
  { round, entry, until, reason }: Extended,
): Promise<void> {
  const letters = LETTERS[letterLanguage(entry.language ?? (await frozenDefinition(tx, round)).baseLanguage)]
  const written = letters.extended({
    round: round.title,
    entry: entry.name,
    until: { at: until, timeZone: round.timeZone },
    reason,
    link: linkTo(ctx, round.id),
  })
  const leads = await leadsOf(tx, entry.id)
  const at = ctx.now()
  await postAll(
    ctx,
    tx,
    leads.map(({ id, email }) => ({
      key: `extended/${entry.id}/${until}/${at}/${id}`,
      to: email,
      round: round.id,
      ...written,
    })),
  )
}

type Extended = {
  round: RoundRow
  entry: { id: string; name: string; language: string | null }
  until: string
  reason: string
}

/** Tells those who run a round that it could not be published at its time. */
export async function postReleaseFailed(
  ctx: Poster,
  tx: Tx,
  { round, at }: { round: RoundRow; at: string },
): Promise<void> {
  const letters = LETTERS[letterLanguage((await frozenDefinition(tx, round)).baseLanguage)]
  const written = letters.failed({
    round: round.title,
    at: { at, timeZone: round.timeZone },
    link: linkTo(ctx, round.id),
  })
  const people = await organisersOf(tx, round)
  await postAll(
    ctx,
    tx,
    people.map(({ id, email }) => ({
      key: `releaseFailed/${round.id}/${at}/${id}`,
      to: email,
      round: round.id,
      ...written,
    })),
  )
}

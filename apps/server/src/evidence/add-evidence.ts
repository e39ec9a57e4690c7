import { randomUUID } from 'node:crypto'
import { isDate } from '@tumstock/rubric/answers'
import { refuseClosed } from '../answers/change-answers.ts'
import { areaOf, isWithin, sectionsOf } from '../answers/sections.ts'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'
import type { UploadTable } from '../db/schema.ts'
import type { EvidenceTable } from '../db/taking-part.ts'
import { forgetOld, uploadPath } from '../entries/uploads.ts'
import type { EntryPlace } from '../entry-here.ts'
import { type Action, mayOn } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { frozenDefinition } from '../rounds/service.ts'
import type { FileType } from './file-types.ts'
import { dropFile, placeFile, type ReceivedFile } from './keep-file.ts'
import { type Evidence, listEvidence } from './list-evidence.ts'
import * as queries from './queries.ts'

/** The answer that something is evidence of. */
export type About = { question: string; layer: EvidenceTable['layer'] }

/** Of one answer in one layer. */
const MOST = 20
/** Of one entry, so that nobody fills the disk. */
const MOST_BYTES = 500 * 1024 * 1024

/** Refuses what the asker may not show here, before anything of it is read. @throws Refusal */
export async function refuseAbout(
  ctx: Context,
  { round, entry }: EntryPlace,
  { question, layer }: About,
): Promise<void> {
  refuseLayer(entry.standing, 'evidence.add', layer)
  const rubric = await frozenDefinition(ctx.db, round)
  const asked = Object.hasOwn(rubric.questions, question) ? rubric.questions[question] : undefined
  if (!asked) throw new Refusal('bad-input', `The rubric asks no "${question}".`, { path: 'question' })
  if (layer !== 'claim') return
  if (asked.evidence === undefined)
    throw new Refusal('bad-input', `"${question}" asks for no evidence.`, { path: 'question' })
  if (!isWithin(rubric, sectionsOf(entry.standing), question))
    throw new Refusal(
      'not-allowed',
      `"${question}" is in the area “${areaOf(rubric, question)}”, which is not one of yours.`,
      { path: 'question' },
    )
  refuseSent(entry.row, entry.standing)
}

/** @throws Refusal `not-allowed` where another role writes the layer, or not now */
export function refuseLayer(
  standing: EntryPlace['entry']['standing'],
  action: Action,
  layer: EvidenceTable['layer'],
): void {
  if (!mayOn(standing, action, layer))
    throw new Refusal('not-allowed', `You may not do ${action} here, or not now.`, { path: 'layer' })
}

/** What is sent in stays as it is, but for what an entry adds when it replies to findings. */
const refuseSent = (
  entry: Parameters<typeof refuseClosed>[0],
  { phases }: EntryPlace['entry']['standing'],
): void => {
  if (!phases.has('reply')) refuseClosed(entry)
}

/** Keeps a file that has been received and found to be what it says. */
export async function addFile(
  ctx: Context,
  place: EntryPlace,
  { about, file, ...of }: { about: About; file: ReceivedFile; fileName: string; type: FileType },
): Promise<Evidence> {
  const id = randomUUID()
  const upload: UploadTable = {
    id,
    fileName: of.fileName,
    contentType: of.type,
    size: file.size,
    sha256: file.sha256,
    roundId: place.round.id,
    entryId: place.entry.id,
    createdAt: ctx.now(),
    createdBy: ctx.user?.id ?? '',
  }
  await forgetOld(ctx)
  // First the bytes: a row must never speak of a file that a crash has kept from being there.
  await placeFile(ctx, file, id)
  try {
    return await add(ctx, place, { about, upload, kind: 'file', uploadId: id, title: of.fileName })
  } catch (error) {
    await dropFile({ path: uploadPath(ctx.dataDir, id) })
    throw error
  }
}

export type Link = { url: string; title: string; checkedOn: string }

/** Keeps a link, which its author has looked at. The server does not: it would reach what only it can. */
export async function addLink(
  ctx: Context,
  place: EntryPlace,
  { about, link }: { about: About; link: Link },
): Promise<Evidence> {
  await refuseAbout(ctx, place, about)
  const { title, checkedOn } = link
  if (!isDate(checkedOn) || checkedOn > lastDay(ctx.now()))
    throw new Refusal('bad-input', 'Say on which day you saw it, as 2026-12-31; not one that is to come.', {
      path: 'checkedOn',
    })
  return add(ctx, place, { about, upload: null, kind: 'link', url: webAddress(link.url), title, checkedOn })
}

/** The day that it is where it is latest. */
const lastDay = (now: string): string => new Date(Date.parse(now) + 14 * 3_600_000).toISOString().slice(0, 10)

const webAddress = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '')
    throw new Refusal(
      'bad-input',
      'Not a web address. It begins with https:// or http:// and holds no password.',
      {
        path: 'url',
      },
    )
  return url.href
}

type New = Partial<Pick<EvidenceTable, 'uploadId' | 'url' | 'checkedOn'>> &
  Pick<EvidenceTable, 'kind' | 'title'> & { about: About; upload: UploadTable | null }

async function add(ctx: Context, { round, entry }: EntryPlace, wish: New): Promise<Evidence> {
  const { about, upload, ...what } = wish
  const row: EvidenceTable = {
    id: randomUUID(),
    entryId: entry.id,
    roundId: round.id,
    ...about,
    uploadId: null,
    url: null,
    checkedOn: null,
    ...what,
    authorId: ctx.user?.id ?? null,
    at: ctx.now(),
  }
  const added = await audited(ctx, 'evidence.add', async tx => {
    await refuseFull(ctx, tx, { entry, row, size: upload?.size ?? 0 })
    await queries.insertEvidence(tx, row, upload)
    const result = (await listEvidence(tx, entry.standing, entry.id)).find(one => one.id === row.id)
    if (!result) throw new Error('Whoever adds evidence sees it.')
    return {
      subject: `round/${round.id}/entry/${entry.id}`,
      detail: { evidence: row.id, ...about, kind: row.kind, ...(upload && { sha256: upload.sha256 }) },
      result,
    }
  })
  ctx.live.announce(`entry/${entry.id}/answers`)
  return added
}

async function refuseFull(
  ctx: Context,
  tx: Tx,
  { entry, row, size }: { entry: EntryPlace['entry']; row: EvidenceTable; size: number },
): Promise<void> {
  const held = await queries.holdEntry(tx, ctx.dialect, entry.id)
  if (!held) throw new Refusal('not-found', `There is no entry ${entry.id} in this round.`)
  if (row.layer === 'claim') refuseSent(held, entry.standing)
  if ((await queries.countOf(tx, row)) >= MOST)
    throw new Refusal(
      'wrong-state',
      `An answer has at most ${MOST} files and links. Remove one to add another.`,
      { path: 'question' },
    )
  if ((await queries.bytesOf(tx, entry.id)) + size > MOST_BYTES)
    throw new Refusal(
      'too-large',
      `All files of an entry may have ${MOST_BYTES / 1024 / 1024} MB together. Remove some, or add a link.`,
      { path: 'file' },
    )
}

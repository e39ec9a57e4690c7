import type { Context } from '../context.ts'
import { type Action, mayOn, type Role, type Standing, sees } from '../policy.ts'
import { openObjections } from '../replies/reply-view.ts'
import { type EntryRow, type RoundRow, type RoundStanding, standingTowards } from '../standing.ts'
import { FINDING_LAYERS, type FindingLayer, isForVisit } from './finding.ts'
import * as queries from './queries.ts'
import { type LayerWindow, windowsOf } from './sheet.ts'

/** How far one layer of an entry has come. */
export type LayerProgress = {
  layer: FindingLayer
  /** Questions that were looked at, of those that are answered or were looked at. */
  checked: number
  of: number
  differing: number
  /** Found with hardly any confidence. */
  unsure: number
}

export type QueueEntry = {
  id: string
  conflict: false
  name: string | null
  category: string | null
  /** Layers that are the asker's to write here; both for those who run the round. */
  layers: readonly FindingLayer[]
  /** The asker may open it now. */
  open: boolean
  submitted: boolean
  /** Of the layers above; empty while the asker does not see them. */
  progress: readonly LayerProgress[]
  /** Questions that the desk asks the visit to look at, and how many of them it has. */
  forVisit: { checked: number; of: number } | null
  /** Objections that nobody has answered; null to whom they are not told. */
  objections: number | null
}

export type Queue = {
  windows: readonly LayerWindow[]
  timeZone: string
  /** A conflict keeps all else about an entry from the asker. */
  entries: readonly (QueueEntry | { id: string; conflict: true })[]
}

/** The entries that the asker has before them; all that take part for those who run the round. */
export async function queue(ctx: Context): Promise<Queue> {
  const { round, standing } = roundHere(ctx)
  const runs = standing.roles.has('organiser') || standing.roles.has('admin')
  const assigned = ctx.user && !runs ? await queries.assignedTo(ctx.db, round.id, ctx.user.id) : []
  const mine = new Set(assigned.flatMap(one => (one.role === 'juror' ? [] : one.entryId)))
  const rows = await queries.entriesIn(ctx.db, round.id)
  const answers = Map.groupBy(await queries.layersOf(ctx.db, round.id), row => row.entryId)
  const open = await openObjections(ctx.db, round.id)
  const entries: Queue['entries'][number][] = []
  for (const row of rows) {
    if (!runs && !mine.has(row.id)) continue
    const towards = runs ? standing : await standingTowards(ctx, ctx.db, { round, standing, entry: row })
    entries.push(
      viewOf({ row, standing: towards, answers: answers.get(row.id) ?? [], open: open.get(row.id) ?? 0 }),
    )
  }
  return { windows: windowsOf(standing), timeZone: round.timeZone, entries }
}

const WRITER: Readonly<Record<FindingLayer, Role>> = { desk: 'desk', visit: 'visitor' }
const SHEET: Action = 'assessments.sheet'

type Answered = Awaited<ReturnType<typeof queries.layersOf>>
type Given = { row: EntryRow; standing: Standing; answers: Answered; open: number }

function viewOf({ row, standing, answers, open }: Given): Queue['entries'][number] {
  const { roles } = standing
  const runs = roles.has('organiser') || roles.has('admin')
  const layers = FINDING_LAYERS.filter(layer => runs || roles.has(WRITER[layer]))
  if (layers.length === 0) return { id: row.id, conflict: true }
  const readable = layers.filter(layer => mayOn(standing, SHEET, layer))
  return {
    id: row.id,
    conflict: false,
    name: sees(standing, 'entry.name') ? row.name : null,
    category: row.category,
    layers,
    open: readable.length > 0,
    submitted: row.submittedAt !== null,
    progress: readable.map(layer => progressOf(layer, answers)),
    forVisit: readable.includes('visit') && sees(standing, 'answer.desk') ? forVisitOf(answers) : null,
    objections: sees(standing, 'reply') ? open : null,
  }
}

function progressOf(layer: FindingLayer, answers: Answered): LayerProgress {
  const found = answers.filter(one => one.layer === layer)
  const questions = new Set(
    answers.filter(one => one.layer === 'claim' || one.layer === layer).map(one => one.question),
  )
  return {
    layer,
    checked: found.length,
    of: questions.size,
    differing: found.filter(one => one.value !== (one.against ?? 'null')).length,
    unsure: found.filter(one => one.confidence === 1).length,
  }
}

function forVisitOf(answers: Answered): { checked: number; of: number } {
  const wanted = answers.filter(one => one.layer === 'desk' && isForVisit(one)).map(one => one.question)
  const visited = new Set(answers.filter(one => one.layer === 'visit').map(one => one.question))
  return { checked: wanted.filter(question => visited.has(question)).length, of: wanted.length }
}

function roundHere({ place }: Pick<Context, 'place'>): { round: RoundRow; standing: RoundStanding } {
  if (!place) throw new Error('This procedure names no round in its policy.')
  return place
}

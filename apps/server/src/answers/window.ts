import type { Db } from '../db/open.ts'
import type { EntryRow, RoundRow } from '../standing.ts'
import * as queries from './queries.ts'

/** The stage in which an entry answers: the one that is open, else the next to open, else the last that closed. */
export type AnswerWindow = {
  stage: string
  opensAt: string | null
  closesAt: string | null
  /** Until when an answer is still taken after closing. */
  graceUntil: string | null
  /** This entry's own later closing. */
  extendedTo: string | null
  timeZone: string
}

export async function windowOf(
  db: Db,
  { round, entry, now }: { round: RoundRow; entry: EntryRow; now: string },
): Promise<AnswerWindow | null> {
  const extensions = new Map((await queries.extensionsOf(db, entry.id)).map(one => [one.stage, one.until]))
  const windows = (await queries.stagesOf(db, round.id)).map(
    ({ kind, opensAt, closesAt, graceMinutes }): AnswerWindow => {
      const own =
        kind === 'nomination' ? later(extensions.get(kind), entry.completeUntil) : extensions.get(kind)
      const extendedTo = own !== undefined && closesAt !== null && own > closesAt ? own : null
      const end = extendedTo ?? closesAt
      const graceUntil =
        end === null || graceMinutes === 0
          ? null
          : new Date(Date.parse(end) + graceMinutes * 60_000).toISOString()
      return { stage: kind, opensAt, closesAt, graceUntil, extendedTo, timeZone: round.timeZone }
    },
  )
  const closing = ({ graceUntil, extendedTo, closesAt }: AnswerWindow) => graceUntil ?? extendedTo ?? closesAt
  const notOver = windows.filter(one => {
    const end = closing(one)
    return end === null || now < end
  })
  const isOpen = (one: AnswerWindow) => one.opensAt !== null && one.opensAt <= now
  return notOver.findLast(isOpen) ?? notOver[0] ?? windows.at(-1) ?? null
}

const later = (one: string | undefined, other: string | null): string | undefined =>
  other === null || (one !== undefined && one > other) ? one : other

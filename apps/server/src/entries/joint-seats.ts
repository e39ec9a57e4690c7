import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/open.ts'

type Between = { from: string; to: string }

const seatsOf = (tx: Tx, entry: string) =>
  tx.selectFrom('seat').select(['userId', 'role', 'sections']).where('entryId', '=', entry).execute()

/** Lets those who answer for one entry help to answer for the one that it joined. */
export async function shareSeats(
  ctx: Pick<Context, 'now' | 'user'>,
  tx: Tx,
  { round, from, to }: Between & { round: string },
): Promise<void> {
  const there = new Set((await seatsOf(tx, to)).map(seat => seat.userId))
  const joining = (await seatsOf(tx, from)).filter(seat => !there.has(seat.userId))
  if (joining.length === 0) return
  await tx
    .insertInto('seat')
    .values(
      joining.map(({ userId, sections }) => ({
        id: randomUUID(),
        roundId: round,
        userId,
        role: 'contributor',
        entryId: to,
        sections,
        createdAt: ctx.now(),
        createdBy: ctx.user?.id ?? null,
      })),
    )
    .execute()
}

/** The contributors of the joint entry who answer for the other one leave it with it. */
export async function takeSeatsBack(tx: Tx, { from, to }: Between): Promise<void> {
  const leaving = (await seatsOf(tx, from)).map(seat => seat.userId)
  if (leaving.length === 0) return
  await tx
    .deleteFrom('seat')
    .where('entryId', '=', to)
    .where('role', '=', 'contributor')
    .where('userId', 'in', leaving)
    .execute()
}

import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import {
  type AssessorRole,
  assignmentsOf,
  conflictsOf,
  dropAssignments,
  insertAssignments,
  insidersOf,
} from './assignment-queries.ts'
import { entriesOf, holdRound, seatsOf } from './queries.ts'
import { spread } from './spread.ts'

export type Assignment = {
  round: string
  role: AssessorRole
  entries: readonly string[]
  people: readonly string[]
  /** `these`: every entry to each of them; `evenly`: each entry to as many as it lacks; `none`: to none of them any more. */
  how: 'these' | 'evenly' | 'none'
  /** With `evenly`: how many people an entry is to have. */
  each: number
}

type Pair = { entry: string; person: string }

export type Given = {
  /** What is new, or with `none` what is gone. */
  changed: Pair[]
  /** Left out for a conflict. */
  skipped: Pair[]
  /** Entries that have fewer people than they are to have. */
  short: string[]
}

/** What assigning would come to. */
export async function previewAssignment(ctx: Context, wish: Assignment): Promise<Given> {
  await placeFor(ctx, ctx.db, 'seats.assign', wish)
  return outcomeOf(await standAt(ctx.db, wish), wish)
}

export const assign = (ctx: Context, wish: Assignment): Promise<Given> =>
  audited(ctx, 'seats.assign', async tx => {
    const { round, role, how } = wish
    await placeFor(ctx, tx, 'seats.assign', { round })
    await holdRound(tx, ctx.dialect, round)
    const result = outcomeOf(await standAt(tx, wish), wish)
    if (how === 'none')
      for (const { entry, person } of result.changed) await dropAssignments(tx, { entry, person, role })
    else
      await insertAssignments(
        tx,
        result.changed.map(({ entry, person }) => ({
          roundId: round,
          entryId: entry,
          userId: person,
          role,
          createdAt: ctx.now(),
          createdBy: ctx.user?.id ?? null,
        })),
      )
    return { subject: `round/${round}`, detail: { role, how, pairs: result.changed }, result }
  })

type Stand = Awaited<ReturnType<typeof standAt>>

const key = (entry: string, person: string) => `${entry}\n${person}`

/** What stands, and who is kept from what. @throws Refusal */
async function standAt(db: Db | Tx, { round, role, entries, people }: Assignment) {
  const known = new Set((await entriesOf(db, round)).map(entry => entry.id))
  const seated = new Set(
    (await seatsOf(db, round)).filter(seat => seat.role === role).map(seat => seat.userId),
  )
  const strange = entries.find(entry => !known.has(entry))
  if (strange !== undefined)
    throw new Refusal('bad-input', `There is no entry ${strange} in this round.`, { path: 'entries' })
  if (people.some(person => !seated.has(person)))
    throw new Refusal('bad-input', `Entries go to people who have a seat as ${role} in this round.`, {
      path: 'people',
    })
  const assigned = (await assignmentsOf(db, round)).filter(one => one.role === role)
  const apart = [...(await conflictsOf(db, round)), ...(await insidersOf(db, round))]
  return {
    assigned,
    has: new Set(assigned.map(one => key(one.entryId, one.userId))),
    apart: new Set(apart.map(one => key(one.entryId, one.userId))),
  }
}

function outcomeOf({ assigned, has, apart }: Stand, wish: Assignment): Given {
  const entries = [...new Set(wish.entries)]
  const people = [...new Set(wish.people)]
  const pairs = entries.flatMap(entry => people.map(person => ({ entry, person })))
  const isApart = ({ entry, person }: Pair) => apart.has(key(entry, person))
  if (wish.how === 'none')
    return { changed: pairs.filter(one => has.has(key(one.entry, one.person))), skipped: [], short: [] }
  if (wish.how === 'these')
    return {
      changed: pairs.filter(one => !has.has(key(one.entry, one.person)) && !isApart(one)),
      skipped: pairs.filter(isApart),
      short: [],
    }
  const asked = new Set(entries)
  const lacks = (entry: string) => wish.each - assigned.filter(one => one.entryId === entry).length
  const changed = spread({
    entries,
    people,
    lacks,
    load: person => assigned.filter(one => one.userId === person && !asked.has(one.entryId)).length,
    has: (entry, person) => has.has(key(entry, person)),
    may: (entry, person) => !apart.has(key(entry, person)),
  })
  const isShort = (entry: string) => changed.filter(one => one.entry === entry).length < lacks(entry)
  return { changed, skipped: pairs.filter(isApart), short: entries.filter(isShort) }
}

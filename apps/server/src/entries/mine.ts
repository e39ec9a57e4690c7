import type { AnswerValue } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { possible } from '../answers/possible.ts'
import { type Progress, progressOf } from '../answers/progress.ts'
import { windowOf } from '../answers/window.ts'
import type { Context } from '../context.ts'
import { placeFor } from '../place.ts'
import { type Action, type Role, sees } from '../policy.ts'
import { currentDefinition } from '../rounds/current.ts'
import { type EntryRow, type RoundRow, standingTowards } from '../standing.ts'
import * as queries from './queries.ts'

/** An entry that somebody works with. `conflict`: it is theirs no more, and they see nothing of it. */
export type MyEntry =
  | { id: string; conflict: true }
  | {
      id: string
      conflict: false
      /** Null before a jury that must not know. */
      name: string | null
      state: EntryRow['state']
      participation: EntryRow['participation']
      category: string | null
      roles: Role[]
      can: Action[]
      /** When the stage in which it answers closes for it; of those who answer. */
      deadline: string | null
      progress: Pick<Progress, 'answered' | 'of'> | null
      submittedAt: string | null
    }

/** What the asker works with in a round: what they answer for, and what they judge. */
export async function myEntries(ctx: Context, id: string): Promise<MyEntry[]> {
  const { round, standing } = await placeFor(ctx, ctx.db, 'entries.mine', { round: id })
  const person = ctx.user?.id
  if (person === undefined) return []
  const assigned = await queries.assignedTo(ctx.db, id, person)
  const conflicts = new Set(await queries.conflictsOf(ctx.db, id, person))
  const wanted = new Set([...standing.seats.flatMap(seat => seat.entryId ?? []), ...assigned])
  const entries = (await queries.entriesOf(ctx.db, id)).filter(
    entry => wanted.has(entry.id) && entry.joinedTo === null,
  )
  const rubric = await currentDefinition(ctx.db, round)
  return Promise.all(
    entries.map(async (entry): Promise<MyEntry> => {
      const towards = await standingTowards(ctx, ctx.db, { round, standing, entry })
      const answers = towards.roles.has('lead') || towards.roles.has('contributor')
      if (conflicts.has(entry.id) && !answers) return { id: entry.id, conflict: true }
      return {
        id: entry.id,
        conflict: false,
        name: sees(towards, 'entry.name') ? entry.name : null,
        state: entry.state,
        participation: entry.participation,
        category: entry.category,
        roles: [...towards.roles],
        can: possible(towards, entry),
        deadline: answers ? await deadlineOf(ctx, round, entry) : null,
        progress: answers ? await progressIn(ctx, rubric, entry.id) : null,
        submittedAt: sees(towards, 'entry.progress') ? entry.submittedAt : null,
      }
    }),
  )
}

async function deadlineOf(ctx: Context, round: RoundRow, entry: EntryRow): Promise<string | null> {
  const window = await windowOf(ctx.db, { round, entry, now: ctx.now() })
  return window?.extendedTo ?? window?.closesAt ?? null
}

async function progressIn(ctx: Context, rubric: RubricData, entry: string) {
  const claims = (await queries.answersOfEntry(ctx.db, entry)).filter(row => row.layer === 'claim')
  const answers = Object.fromEntries(
    claims.map(({ question, value }) => [question, JSON.parse(value) as AnswerValue]),
  )
  const { answered, of } = progressOf(rubric, answers, new Set())
  return { answered, of }
}

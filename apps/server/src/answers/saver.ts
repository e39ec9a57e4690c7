import { writeDown } from '../audit/service.ts'
import type { Db, OpenDatabase } from '../db/open.ts'
import type { Live } from '../live/live.ts'
import { type Change, changeAnswers, type Outcome } from './change-answers.ts'
import type { Written } from './change-claims.ts'
import { groupCommit } from './group-commit.ts'

/** Takes the answers that people save, as they come. */
export type Saver = {
  /** Returns once the answer is on disk. @throws Refusal */
  save: (change: Change) => Promise<Written>
}

type Needs = { db: Db; dialect: OpenDatabase['dialect']; live: Pick<Live, 'announce'> }

const savers = new WeakMap<Db, Saver>()

/** The server's own, made when it is first asked for; several servers on one PostgreSQL wait for each other by entry. */
export function saverFor(ctx: Needs): Saver {
  const saver = savers.get(ctx.db) ?? saverOf(ctx)
  savers.set(ctx.db, saver)
  return saver
}

function saverOf({ db, dialect, live }: Needs): Saver {
  const commit = async (changes: readonly Change[]): Promise<readonly Outcome[]> => {
    const outcomes = await db.transaction().execute(async tx => {
      const results = await changeAnswers(tx, dialect, changes)
      const done = changedBy(changes, results)
      if (done.length === 0) return results
      await writeDown(tx, dialect, done.map(deedOf))
      return results
    })
    tell(live, changedBy(changes, outcomes))
    return outcomes
  }
  const together = groupCommit(commit)
  return {
    save: async change => {
      const outcome = await together(change)
      if ('refusal' in outcome) throw outcome.refusal
      return outcome.written
    },
  }
}

type Done = { change: Change; written: Written }

const changedBy = (changes: readonly Change[], outcomes: readonly Outcome[]): Done[] =>
  changes.flatMap((change, i) => {
    const outcome = outcomes[i]
    return outcome && 'written' in outcome && outcome.changed ? { change, written: outcome.written } : []
  })

/** The answer itself may name people; the log says which one changed. */
const deedOf = ({ change: { at, authorId, round, entry, question }, written }: Done) => ({
  at,
  actorId: authorId,
  action: 'answers.save',
  subject: `round/${round}/entry/${entry}`,
  detail: {
    question,
    version: written.version,
    ...(written.removed.length > 0 && { removed: written.removed }),
  },
})

const tell = (live: Needs['live'], done: readonly Done[]): void => {
  const topics = new Set(
    done.flatMap(({ change }) => [`entry/${change.entry}/answers`, `round/${change.round}/responses`]),
  )
  for (const topic of topics) live.announce(topic)
}

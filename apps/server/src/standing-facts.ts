import type { Selectable } from 'kysely'
import { jsonRows, rowsIn } from './db/json-rows.ts'
import type { Db, Tx } from './db/open.ts'
import { prepared } from './db/prepared.ts'
import type { EntryTable, RoundTable } from './db/schema.ts'

export type RoundRow = Selectable<RoundTable>
export type EntryRow = Selectable<EntryTable>

/** Whose standing where: `entry` is '' where none is named. */
type Wanted = { round: string; person: string; entry: string }

/** Every column: what is nested in another row has to be named. */
const ENTRY = [
  'entry.id',
  'entry.roundId',
  'entry.name',
  'entry.category',
  'entry.categoryReason',
  'entry.population',
  'entry.kind',
  'entry.country',
  'entry.participation',
  'entry.state',
  'entry.origin',
  'entry.language',
  'entry.contact',
  'entry.reason',
  'entry.overrideReason',
  'entry.completeUntil',
  'entry.submittedAt',
  'entry.joinedTo',
  'entry.ineligible',
  'entry.importId',
  'entry.createdAt',
  'entry.version',
] as const satisfies readonly `entry.${keyof EntryTable}`[]

/**
 * What a standing is found from: the round, the person's seats and its stages; of an entry of the round that is named, the
 * row and its extensions. One question to the database, the same whatever is there and whatever is not.
 */
export async function factsOf(db: Db | Tx, wanted: Wanted) {
  const [found] = await facts(db, wanted)
  if (!found) return undefined
  const { seats, windows, entries, extensions, ...round } = found
  const [entry] = rowsIn(entries)
  return {
    round: round satisfies RoundRow,
    seats: rowsIn(seats),
    windows: rowsIn(windows),
    entry: entry ? { row: entry satisfies EntryRow, extensions: rowsIn(extensions) } : null,
  }
}

const facts = prepared(['round', 'person', 'entry'], (db, { round, person, entry }) =>
  db
    .selectFrom('round')
    .selectAll()
    .select(({ selectFrom }) => [
      jsonRows(
        db,
        selectFrom('seat')
          .select(['role', 'entryId', 'sections'])
          .where('userId', '=', person)
          .whereRef('seat.roundId', '=', 'round.id'),
      ).as('seats'),
      jsonRows(
        db,
        selectFrom('stage')
          .select(['kind', 'opensAt', 'closesAt', 'graceMinutes', 'replyUntil', 'blind'])
          .whereRef('stage.roundId', '=', 'round.id')
          .orderBy('position'),
      ).as('windows'),
      jsonRows(
        db,
        selectFrom('entry').select(ENTRY).where('id', '=', entry).whereRef('entry.roundId', '=', 'round.id'),
      ).as('entries'),
      jsonRows(db, selectFrom('extension').select(['stage', 'until']).where('entryId', '=', entry)).as(
        'extensions',
      ),
    ])
    .where('id', '=', round),
)

import type { Insertable, Selectable } from 'kysely'
import type { Db, Tx } from '../db/open.ts'
import type { EvaluationTable, PublicationTable } from '../db/schema.ts'

export type EvaluationRow = Selectable<EvaluationTable>
export type PublicationRow = Selectable<PublicationTable>

/** What the engine said last. */
export const latestEvaluation = (db: Db | Tx, round: string): Promise<EvaluationRow | undefined> =>
  db
    .selectFrom('evaluation')
    .selectAll()
    .where('roundId', '=', round)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export async function insertEvaluation(tx: Tx, evaluation: Insertable<EvaluationTable>): Promise<void> {
  await tx.insertInto('evaluation').values(evaluation).execute()
}

export const publicationsOf = (db: Db | Tx, round: string): Promise<PublicationRow[]> =>
  db.selectFrom('publication').selectAll().where('roundId', '=', round).orderBy('version').execute()

/** The newest version, or the one asked for. */
export const publication = (
  db: Db | Tx,
  round: string,
  version?: number,
): Promise<PublicationRow | undefined> =>
  db
    .selectFrom('publication')
    .selectAll()
    .where('roundId', '=', round)
    .$if(version !== undefined, query => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** As `publication`, without the body: what a conditional request needs. */
export const publicationStamp = (db: Db, round: string, version?: number) =>
  db
    .selectFrom('publication')
    .select(['version', 'sha256'])
    .where('roundId', '=', round)
    .$if(version !== undefined, query => query.where('version', '=', version ?? 0))
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The newest version of every published round. */
export const newestPublications = (db: Db) =>
  db
    .selectFrom('publication')
    .innerJoin(
      ({ selectFrom }) =>
        selectFrom('publication')
          .select(({ fn }) => ['roundId as id', fn.max('version').as('newest')])
          .groupBy('roundId')
          .as('last'),
      join =>
        join.onRef('last.id', '=', 'publication.roundId').onRef('last.newest', '=', 'publication.version'),
    )
    .select(['publication.roundId', 'publication.version', 'publication.sha256', 'publication.publishedAt'])
    .orderBy('publication.roundId')
    .execute()

export async function insertPublication(tx: Tx, row: Insertable<PublicationTable>): Promise<void> {
  await tx.insertInto('publication').values(row).execute()
}

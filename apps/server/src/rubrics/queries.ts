import type { Db, Tx } from '../db/open.ts'

/** Organisers' own rubrics with their texts. */
export const ownRubrics = (db: Db) =>
  db
    .selectFrom('rubric')
    .innerJoin('definition', 'definition.hash', 'rubric.definition')
    .select(['rubric.id', 'rubric.edition', 'rubric.organizationId', 'definition.hash', 'definition.body'])
    .orderBy('rubric.id')
    .orderBy('rubric.createdAt')
    .execute()

export const ownRubric = (db: Db, id: string, edition: string) =>
  db
    .selectFrom('rubric')
    .innerJoin('definition', 'definition.hash', 'rubric.definition')
    .select(['rubric.organizationId', 'definition.hash', 'definition.body'])
    .where('rubric.id', '=', id)
    .where('rubric.edition', '=', edition)
    .executeTakeFirst()

/** Who owns the rubrics of this id, whatever the edition. */
export const ownersOf = (db: Db, id: string) =>
  db.selectFrom('rubric').select('organizationId').distinct().where('id', '=', id).execute()

type OwnRubric = {
  id: string
  edition: string
  organizationId: string | null
  definition: string
  now: string
  by: string | null
}

export async function putRubric(tx: Tx, { now, by, ...rubric }: OwnRubric): Promise<void> {
  await tx
    .insertInto('rubric')
    .values({ ...rubric, createdAt: now, createdBy: by })
    .onConflict(conflict =>
      conflict.columns(['id', 'edition']).doUpdateSet({ definition: rubric.definition }),
    )
    .execute()
}

/** How many rounds run each edition that a reader may know of. */
export const roundsByEdition = (db: Db) =>
  db
    .selectFrom('round')
    .select(['id', 'rubricId', 'edition', 'state', 'organizationId', 'nomineesAt', 'twoFactorFor'])
    .execute()

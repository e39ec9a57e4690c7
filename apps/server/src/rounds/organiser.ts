import type { RubricData } from '@tumstock/rubric/contract'
import type { Db } from '../db/open.ts'
import type { RoundRow } from './queries.ts'

/** Who runs a round, as its readers know them: the organisation, else whose award it is. */
export async function organiserOf(
  db: Db,
  { organizationId }: Pick<RoundRow, 'organizationId'>,
  { owner }: Pick<RubricData, 'owner'>,
): Promise<string> {
  if (organizationId === null) return owner
  const row = await db
    .selectFrom('organization')
    .select('name')
    .where('id', '=', organizationId)
    .executeTakeFirst()
  return row?.name ?? owner
}

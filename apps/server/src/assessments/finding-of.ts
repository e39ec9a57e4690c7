import type { Db, Tx } from '../db/open.ts'
import type { FindingLayer } from './finding.ts'
import * as queries from './queries.ts'

type Key = { entry: string; question: string; layer: FindingLayer }

/** The finding that stands, for those who speak about it. */
export const findingOf = async (
  db: Db | Tx,
  { entry, question, layer }: Key,
): Promise<queries.NamedAnswer | undefined> =>
  (await queries.answersOf(db, entry)).find(one => one.question === question && one.layer === layer)

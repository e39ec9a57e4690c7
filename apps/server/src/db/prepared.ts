import type { Compilable, CompiledQuery } from 'kysely'
import type { Db, Tx } from './open.ts'

/** A text that nobody can send: what a request names holds no U+0000. */
const MARK = '\0'

/** By text, of all such queries. */
const names = new Map<string, string>()

/** What a database that plans ahead knows the query by; undefined of one that is not put together here. */
export const nameOf = (sql: string): string | undefined => names.get(sql)

/**
 * A query that is put together once for each database, and asked with other values each time. For what every request
 * asks: putting it together costs several times its answer.
 *
 * @param build is given a stand-in for each value, to be used as the value itself would be
 */
export function prepared<K extends string, R>(
  values: readonly K[],
  build: (db: Db | Tx, standIns: Readonly<Record<K, string>>) => Compilable<R>,
): (db: Db | Tx, given: Readonly<Record<K, string>>) => Promise<R[]> {
  const standIns = Object.fromEntries(values.map(name => [name, MARK + name])) as Record<K, string>
  const compiled = new WeakMap<object, CompiledQuery<R>>()
  return async (db, given) => {
    // Shared by a database and its transactions.
    const { adapter } = db.getExecutor()
    const query = compiled.get(adapter) ?? build(db, standIns).compile()
    compiled.set(adapter, query)
    if (!names.has(query.sql)) names.set(query.sql, `tumstock_${names.size}`)
    const parameters = query.parameters.map(one =>
      typeof one === 'string' && one.startsWith(MARK) ? given[one.slice(MARK.length) as K] : one,
    )
    return (await db.executeQuery<R>({ ...query, parameters })).rows
  }
}

import type { Compilable, CompiledQuery } from 'kysely'
import type { Db, Tx } from './open.ts'

/** A text that nobody can send: what a request names holds no U+0000. */
const MARK = '\0'

/**
 * A query that is put together once for each database, and asked with other values each time. For what every request
 * asks: putting it together costs several times its answer.
 *
 * @param build is given a stand-in for each value, to be used as the value itself would be
 */
export function prepared<K extends string, R>(
  names: readonly K[],
  build: (db: Db | Tx, values: Readonly<Record<K, string>>) => Compilable<R>,
): (db: Db | Tx, values: Readonly<Record<K, string>>) => Promise<R[]> {
  const standIns = Object.fromEntries(names.map(name => [name, MARK + name])) as Record<K, string>
  const compiled = new WeakMap<object, CompiledQuery<R>>()
  return async (db, values) => {
    // Shared by a database and its transactions.
    const { adapter } = db.getExecutor()
    const query = compiled.get(adapter) ?? build(db, standIns).compile()
    compiled.set(adapter, query)
    const parameters = query.parameters.map(one =>
      typeof one === 'string' && one.startsWith(MARK) ? values[one.slice(MARK.length) as K] : one,
    )
    return (await db.executeQuery<R>({ ...query, parameters })).rows
  }
}

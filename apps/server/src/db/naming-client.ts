import pg from 'pg'
import { nameOf } from './prepared.ts'

type Query = (query: unknown, ...more: unknown[]) => unknown

/** Gives queries that are put together once a name, by which a connection plans each of them once as well. */
export class NamingClient extends pg.Client {
  override query = ((query: unknown, ...more: unknown[]) => {
    const name = typeof query === 'string' ? nameOf(query) : undefined
    const ask = super.query.bind(this) as Query
    return name === undefined ? ask(query, ...more) : ask({ name, text: query, values: more[0] })
  }) as pg.Client['query']
}

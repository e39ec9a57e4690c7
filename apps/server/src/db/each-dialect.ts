import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { describe } from 'vitest'
import { testDatabaseUrl } from '../config.ts'
import { type OpenDatabase, openDatabase } from './open.ts'

/** A database of the test's own, gone at the end of its scope. */
export type TestDatabase = OpenDatabase & AsyncDisposable

/** Runs the tests on SQLite and, where TEST_DATABASE_URL names a server, on PostgreSQL. */
export function eachDialect(name: string, tests: (open: () => Promise<TestDatabase>) => void): void {
  describe(`${name} on SQLite`, () => tests(openMemory))
  const server = testDatabaseUrl()
  if (server === undefined)
    describe.skip(`${name} on PostgreSQL: NOT RUN, TEST_DATABASE_URL names no server`, () =>
      tests(openMemory))
  else describe(`${name} on PostgreSQL`, () => tests(() => openFresh(server)))
}

const failOn = (error: Error) => {
  throw error
}

export async function openMemory(): Promise<TestDatabase> {
  const opened = await openDatabase({ memory: true }, failOn)
  return { ...opened, [Symbol.asyncDispose]: opened.close }
}

/** A fresh database on the server, so that test files can run beside each other. */
async function openFresh(server: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name}`)
  const url = new URL(server)
  url.pathname = name
  const opened = await openDatabase({ url: url.href }, failOn)
  return {
    ...opened,
    [Symbol.asyncDispose]: async () => {
      await opened.close()
      await onServer(server, `drop database ${name}`)
    },
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}

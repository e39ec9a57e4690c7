import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { createWorld } from './create-world.ts'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))
const plugins = fileURLToPath(new URL('../../plugins', import.meta.url))

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-start-'))
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) }
}

async function silentServer() {
  const sockets = new Set<Socket>()
  const server = createServer(socket => sockets.add(socket)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    port,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy()
      await server[Symbol.asyncDispose]()
    },
  }
}

/** The server as the operator starts it. `ready` is its greeting; `ended` its exit code and standard error. */
function run(env: Record<string, string>, args: readonly string[] = ['--no-demo']) {
  const child = spawn(process.execPath, [main, ...args], { env: { ...env, PATH: process.env.PATH ?? '' } })
  let out = ''
  let err = ''
  const ready = new Promise<string>(resolve => {
    child.stdout.on('data', chunk => {
      out += chunk
      if (out.includes('Tumstock is at')) resolve(out)
    })
  })
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, err }))
  return { child, ready, ended }
}

describe.concurrent('what keeps the server from starting is one line and a failing exit', () => {
  it('a port that is in use', async () => {
    await using data = await folder()
    await using blocker = createServer().listen(0, '127.0.0.1')
    await once(blocker, 'listening')
    const port = String((blocker.address() as { port: number }).port)
    expect(await run({ DATA_DIR: data.path, PORT: port }).ended).toEqual({
      code: 1,
      err: `Port ${port} is in use. Stop what uses it, or set PORT to another one.\n`,
    })
  })

  it('a data folder that cannot be one', async () => {
    await using data = await folder()
    const file = join(data.path, 'file')
    await writeFile(file, '')
    expect(await run({ DATA_DIR: file, PORT: '0' }).ended).toEqual({
      code: 1,
      err: `DATA_DIR ${file} cannot be written (ENOTDIR). Choose a folder that this user may write.\n`,
    })
  })

  it('a file that is no database', async () => {
    await using data = await folder()
    await writeFile(
      join(data.path, 'tumstock.sqlite'),
      'not a database, but long enough to be looked at as one',
    )
    expect(await run({ DATA_DIR: data.path, PORT: '0' }).ended).toEqual({
      code: 1,
      err: 'The database cannot be used: file is not a database\n',
    })
  })

  it('a database server that does not answer', async () => {
    await using data = await folder()
    const { code, err } = await run({
      DATA_DIR: data.path,
      PORT: '0',
      DATABASE_URL: 'postgres://127.0.0.1:1/none',
    }).ended
    expect([code, err]).toEqual([1, 'The database cannot be used: connect ECONNREFUSED 127.0.0.1:1\n'])
  })

  it('a database server that takes the call and says nothing', async () => {
    await using data = await folder()
    await using silent = await silentServer()
    const { port } = silent
    expect(
      await run({ DATA_DIR: data.path, PORT: '0', DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` }).ended,
    ).toEqual({
      code: 1,
      err: 'The database cannot be used: Connection terminated due to connection timeout\n',
    })
  })

  it('demo sign-ins that were cut off', async () => {
    await using data = await folder()
    const file = join(data.path, 'demo-sign-ins.json')
    await writeFile(file, '{"adm')
    expect(await run({ DATA_DIR: data.path, PORT: '0' }, []).ended).toEqual({
      code: 1,
      err: `${file} is not whole. Delete it: the demo sign-ins get new passwords.\n`,
    })
  })

  it.each([
    [{ PORT: 'eighty' }, [], 'PORT must be a number.\n'],
    [{ PORT: '99999' }, [], 'PORT must be at most 65535.\n'],
    [{ DATABASE_URL: 'mysql://x' }, [], 'DATABASE_URL must start with postgres://.\n'],
    [{}, ['--nodemo'], 'Unknown option --nodemo. Allowed: --no-demo.\n'],
  ])('%j %j', async (env, args, err) => {
    expect(await run(env, args).ended).toEqual({ code: 1, err })
  })
})

it('prints where it is and who may sign in, and stops cleanly when told', async () => {
  await using data = await folder()
  const { child, ready, ended } = run({ DATA_DIR: data.path, PORT: '0' })
  const greeting = await ready
  expect(greeting).toMatch(
    /^Tumstock is at http:\/\/127\.0\.0\.1:\d+\nSign in as\n {2}admin {7}first-admin@tumstock\.example {2}\S{16}\n$/,
  )
  child.kill('SIGTERM')
  expect(await ended).toEqual({ code: 0, err: '' })
})

it('lists a broken plugin with what is wrong, and runs the others', async () => {
  await using data = await folder()
  await mkdir(join(data.path, 'broken'))
  await writeFile(join(data.path, 'broken', 'plugin.ts'), 'throw new Error("out of ink")\n')
  await using world = await createWorld({ pluginsDir: data.path })
  const rows = await world.stranger.api.rubrics.list.query()
  expect(rows.map(row => [row.id, row.broken, row.problems[0]?.code])).toEqual([
    ['broken', true, 'load-threw'],
  ])
})

it('answers with strict headers, and in one line where there is nothing', async () => {
  await using world = await createWorld({ pluginsDir: plugins })
  const health = await world.stranger.fetch('/healthz')
  expect(await health.json()).toEqual({ ok: true })
  const policy = health.headers.get('content-security-policy') ?? ''
  const directive = (name: string) => policy.split(';').find(one => one.startsWith(`${name} `))
  expect(directive('script-src')).toBe("script-src 'self' 'wasm-unsafe-eval'")
  expect(directive('worker-src')).toBe("worker-src 'self'")
  expect(health.headers.get('x-content-type-options')).toBe('nosniff')
  const nothing = await world.stranger.fetch('/api/nothing')
  expect([nothing.status, await nothing.json()]).toEqual([
    404,
    { code: 'not-found', message: 'There is nothing at /api/nothing.' },
  ])
  const huge = await world.stranger.fetch('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'x'.repeat(6 * 1024 * 1024) }),
  })
  expect([huge.status, await huge.json()]).toEqual([
    413,
    { code: 'too-large', message: 'The request is larger than 5 MB, the most that is taken.' },
  ])
})

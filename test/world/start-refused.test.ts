import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('../../apps/server/src/main.ts', import.meta.url))

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'tumstock-refused-'))
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

async function ended(env: Record<string, string>, args: readonly string[] = []) {
  const child = spawn(process.execPath, [main, ...args], { env: { ...env, PORT: '0' } })
  let err = ''
  child.stderr.on('data', chunk => {
    err += chunk
  })
  const [code] = await once(child, 'close')
  return { code, err }
}

describe('what keeps the server from starting is one line and a failing exit', () => {
  it('a database server that takes the call and says nothing', async () => {
    await using data = await folder()
    await using silent = await silentServer()
    const { port } = silent
    expect(await ended({ DATA_DIR: data.path, DATABASE_URL: `postgres://a:b@127.0.0.1:${port}/c` })).toEqual({
      code: 1,
      err: 'The database cannot be used: Connection terminated due to connection timeout\n',
    })
  })

  it('demo sign-ins that were cut off', async () => {
    await using data = await folder()
    const file = join(data.path, 'demo-sign-ins.json')
    await writeFile(file, '{"adm')
    expect(await ended({ DATA_DIR: data.path })).toEqual({
      code: 1,
      err: `${file} is not whole. Delete it: the demo sign-ins get new passwords.\n`,
    })
  })
})

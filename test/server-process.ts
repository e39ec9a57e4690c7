import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../apps/server/src/main.ts', import.meta.url))

export type ServerProcess = {
  url: string
  pid: number
  /** What it printed until it was up. */
  greeting: string
  /** Milliseconds from its start until it was up. */
  ready: number
  /** As a lost machine would: nothing is finished. */
  kill: () => Promise<void>
  /** As an operator would; gives the exit code. */
  stop: () => Promise<number | null>
} & AsyncDisposable

export type ServerEnvironment = { DATA_DIR: string; PORT?: string; DATABASE_URL?: string | undefined }

/** The server as an operator starts it, in a process of its own. */
export async function startServer(
  { DATA_DIR, PORT = '0', DATABASE_URL }: ServerEnvironment,
  args: readonly string[] = ['--no-demo'],
): Promise<ServerProcess> {
  const start = performance.now()
  const child = spawn(process.execPath, [main, ...args], {
    env: {
      PATH: process.env.PATH ?? '',
      DATA_DIR,
      PORT,
      ...(DATABASE_URL !== undefined && { DATABASE_URL }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const greeting = await greetingOf(child)
  const kill = async () => {
    await end(child, 'SIGKILL')
  }
  return {
    url: /https?:\/\/\S+/.exec(greeting)?.[0] ?? '',
    pid: child.pid ?? 0,
    greeting,
    ready: performance.now() - start,
    kill,
    stop: () => end(child, 'SIGTERM'),
    [Symbol.asyncDispose]: kill,
  }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exited = once(child, 'exit')
  child.kill(signal)
  const [code] = await exited
  return code as number | null
}

/** The greeting is written at once, with the last of it a new line. */
const greetingOf = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = ''
    let complaints = ''
    child.stderr?.on('data', chunk => {
      complaints += String(chunk)
    })
    child.stdout?.on('data', chunk => {
      said += String(chunk)
      if (said.includes('Tumstock is at') && said.endsWith('\n')) resolve(said)
    })
    child.once('exit', code =>
      reject(new Error(`The server ended (${code}) before it was up. ${complaints}`)),
    )
  })

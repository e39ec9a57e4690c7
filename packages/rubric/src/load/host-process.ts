import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { FromHost, ToHost } from './protocol.ts'

const HOST = fileURLToPath(new URL('./host.ts', import.meta.url))
const OWN_PACKAGE = fileURLToPath(new URL('../../', import.meta.url))

const isFromHost = (said: unknown): said is FromHost =>
  typeof said === 'object' && said !== null && 'kind' in said

/** Why there is no reply: the time was up and the process was ended, or it ended by itself. */
export type NoReply = { kind: 'timeout' } | { kind: 'ended'; why: string }

/**
 * One child process with one plugin's code, reading nothing but the plugin and this package. One message at a time.
 *
 * SECURITY: Node's permission model is a seat belt against mistakes, not a sandbox against malice. A plugin with functions
 * is code and has to be reviewed like code.
 */
export class HostProcess {
  readonly #child: ChildProcess
  readonly #ended: Promise<NoReply>
  #complaints = ''

  constructor(folder: string) {
    this.#child = fork(HOST, {
      execArgv: [
        '--permission',
        `--allow-fs-read=${folder}`,
        `--allow-fs-read=${OWN_PACKAGE}`,
        '--max-old-space-size=512',
        '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      ],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    this.#child.stderr?.on('data', chunk => {
      this.#complaints = (this.#complaints + chunk).slice(-2000)
    })
    this.#ended = new Promise(resolve => {
      // Not once: an error that nobody hears would end the server.
      this.#child.on('error', error => resolve({ kind: 'ended', why: error.message }))
      this.#child.once('close', (code, signal) => resolve({ kind: 'ended', why: this.#reason(code, signal) }))
    })
  }

  /** The next message back, within `limit` milliseconds; a process that is late is ended. */
  async ask(message: ToHost, limit: number): Promise<FromHost | NoReply> {
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<NoReply>(resolve => {
      timer = setTimeout(() => resolve({ kind: 'timeout' }), limit)
    })
    const wanted = message.kind === 'load' ? ['loaded', 'refused'] : ['results']
    let listen: ((said: unknown) => void) | undefined
    const reply = new Promise<FromHost>(resolve => {
      // A plugin can send messages of its own, though it has no reason to.
      listen = said => {
        if (isFromHost(said) && wanted.includes(said.kind)) resolve(said)
      }
      this.#child.on('message', listen)
    })
    if (this.#child.connected) this.#child.send(message)
    const first = await Promise.race([reply, late, this.#ended])
    clearTimeout(timer)
    if (listen !== undefined) this.#child.off('message', listen)
    if (first.kind === 'timeout') await this.end()
    return first
  }

  async end(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  #reason(code: number | null, signal: NodeJS.Signals | null): string {
    const line = this.#complaints.split('\n').find(text => /error/i.test(text))
    return `${signal ?? `exit code ${code}`}${line === undefined ? '' : `, ${line.trim()}`}`
  }
}

import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { messageOf } from './compose.ts'
import { type Mailer, Undelivered } from './mailer.ts'

const FROM = 'Tumstock <tumstock@localhost>'

/** Without an SMTP server: letters lie in the data folder for this user alone, as files that mail programs open. */
export function toOutbox(dataDir: string): Mailer {
  const folder = join(dataDir, 'outbox')
  const writer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    delivers: 'kept',
    deliver: async letter => {
      const { message } = await writer.sendMail(messageOf(letter, FROM))
      // Colons are no part of a file's name everywhere.
      const name = `${letter.createdAt.replaceAll(':', '-')}-${letter.id}.eml`
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        await writeFile(join(folder, name), message, { mode: 0o600, flush: true })
      } catch (cause) {
        throw new Undelivered(`The outbox cannot be written (${codeOf(cause)}).`, { final: false, cause })
      }
    },
    close: () => writer.close(),
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'

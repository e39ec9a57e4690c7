import { createTransport, type NodemailerError } from 'nodemailer'
import { messageOf } from './compose.ts'
import { type Mailer, type Smtp, Undelivered } from './mailer.ts'

/** Sends by an SMTP server, over few connections that stay open for the next letter. */
export function bySmtp({ url, from }: Smtp): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    // A letter that may have been taken is tried again by its job, which counts how often.
    maxRequeues: 0,
    idleTimeout: 30_000,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  })
  return {
    delivers: 'sent',
    deliver: async (letter, signal) => {
      try {
        await transport.sendMail({ ...messageOf(letter, from), signal })
      } catch (error) {
        throw undelivered(error as NodemailerError)
      }
    },
    close: () => transport.close({ force: true }),
  }
}

const LONGEST = 300

function undelivered(error: NodemailerError): Undelivered {
  const said = (error.response ?? error.message).replaceAll(/\s+/g, ' ').slice(0, LONGEST)
  const aboutLetter = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  return new Undelivered(said, { final: aboutLetter && error.permanent === true, cause: error })
}

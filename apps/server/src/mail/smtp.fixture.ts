import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Received = { to: string[]; raw: string }

/** A mail server on this machine. `answer` says what it thinks of a recipient: an SMTP code, 250 to take the letter. */
export async function smtpServer(answer: (recipient: string) => number = () => 250) {
  const received: Received[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const code = answer(address)
      done(code === 250 ? null : Object.assign(new Error('The mailbox says no.'), { responseCode: code }))
    },
    onData: (stream, session, done) => {
      text(stream).then(
        raw => {
          received.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw })
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  return {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

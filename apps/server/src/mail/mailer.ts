import type { Selectable } from 'kysely'
import type { MailTable } from '../db/taking-part.ts'

export type MailRow = Selectable<MailTable>

export type Smtp = {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  url: string
  /** Who it is from: an address, or a name and an address in angle brackets. */
  from: string
}

/** Where letters go from here. */
export type Mailer = {
  /** What a letter is once it is delivered: `kept` in the outbox, where no SMTP server is set. */
  delivers: 'sent' | 'kept'
  /** @throws Undelivered */
  deliver: (letter: MailRow, signal: AbortSignal) => Promise<void>
  close: () => void
}

/** A letter that did not go out. */
export class Undelivered extends Error {
  override name = 'Undelivered'
  /** True when trying again changes nothing: the receiving server does not want it. */
  readonly final: boolean

  constructor(message: string, { final, cause }: { final: boolean; cause: unknown }) {
    super(message, { cause })
    this.final = final
  }
}

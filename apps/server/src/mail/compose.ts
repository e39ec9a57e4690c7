import type { SendMailOptions } from 'nodemailer'
import type { MailRow } from './mailer.ts'

/**
 * A letter as it goes out. The same letter is the same message however often it is tried, so that one which arrives twice
 * after a crash is told apart by its Message-ID.
 */
export const messageOf = (letter: MailRow, from: string): SendMailOptions => ({
  from: oneLine(from),
  // As an object: in a text, a comma would make two recipients of one.
  to: { name: '', address: oneLine(letter.recipient) },
  subject: oneLine(letter.subject),
  text: letter.text,
  messageId: `<${letter.id}@${domainOf(from)}>`,
  date: new Date(letter.createdAt),
  headers: { 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** A line break in a header would begin another one. */
const oneLine = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim()

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? 'localhost'

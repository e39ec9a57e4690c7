import { createHash, randomBytes } from 'node:crypto'
import type { Context } from '../context.ts'

const BYTES = 32

/** What an invitation's link holds: nobody guesses it, and the database has only its SHA-256. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

const DAYS = 30
const DAY = 24 * 60 * 60 * 1000

/** Until when a link of this moment works. */
export const expiryFrom = (now: string): string => new Date(Date.parse(now) + DAYS * DAY).toISOString()

/** The address that a letter gives; behind it a page with a button, so that a mail filter does not use it up. */
export const joinLink = ({ address }: Pick<Context, 'address'>, token: string): string =>
  new URL(`/join/${token}`, address()).href

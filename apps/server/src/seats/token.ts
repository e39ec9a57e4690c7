import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** What an invitation's link holds: nobody guesses it, and the database has only its SHA-256. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url')

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url')

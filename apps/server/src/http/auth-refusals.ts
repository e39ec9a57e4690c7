import type { FastifyReply } from 'fastify'
import type { Said } from './auth-call.ts'

type Refused = { status: number; code: string; message: string }

const WRONG_CODE = { status: 401, code: 'wrong-code', message: 'This code is wrong, or has been used.' }
const AGAIN = { status: 401, code: 'sign-in-again', message: 'Sign in again from the beginning.' }

/** What better-auth turns down that somebody can come upon, in our words; `INVALID_TOKEN` is an old or wrong link. */
const REFUSED: Readonly<Record<string, Refused>> = {
  INVALID_EMAIL_OR_PASSWORD: {
    status: 401,
    code: 'wrong-credentials',
    message: 'The e-mail or the password is wrong.',
  },
  INVALID_PASSWORD: { status: 401, code: 'wrong-password', message: 'The password is wrong.' },
  INVALID_TOKEN: { status: 401, code: 'wrong-link', message: 'This link is not valid, or no longer.' },
  INVALID_CODE: WRONG_CODE,
  INVALID_BACKUP_CODE: WRONG_CODE,
  INVALID_TWO_FACTOR_COOKIE: AGAIN,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: AGAIN,
  UNAUTHORIZED: { status: 401, code: 'sign-in-needed', message: 'Sign in first.' },
  ACCOUNT_TEMPORARILY_LOCKED: {
    status: 429,
    code: 'locked',
    message: 'Too many wrong codes. Try again in a quarter of an hour.',
  },
  TOTP_ALREADY_ENABLED: { status: 409, code: 'already-there', message: 'The second factor is on already.' },
  PROVIDER_NOT_FOUND: {
    status: 503,
    code: 'provider-away',
    message: 'The identity provider does not answer. Try again later, or sign in another way.',
  },
}

/** Answers what better-auth turned down; anything unforeseen as it came, without its words. */
export const refuse = (reply: FastifyReply, { response, body }: Said) => {
  const from = response.headers.get('location') ?? ''
  const code = URL.canParse(from) ? new URL(from).searchParams.get('error') : body.code
  const known = REFUSED[String(code)]
  const { status, ...said } = known ?? {
    status: response.status >= 500 ? 500 : 400,
    code: 'bad-input',
    message: 'This cannot be done here, or not now.',
  }
  return reply.code(status).send(said)
}

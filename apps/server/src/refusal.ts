import type { TRPC_ERROR_CODE_KEY } from '@trpc/server'
import type { AnswerValue } from '@tumstock/rubric/answers'

/** Every reason that a request can be refused for; the screens translate by it. */
export const REFUSALS = {
  'not-allowed': 'FORBIDDEN',
  'sign-in-needed': 'UNAUTHORIZED',
  'sign-in-again': 'FORBIDDEN',
  'not-found': 'NOT_FOUND',
  stale: 'CONFLICT',
  'already-there': 'CONFLICT',
  'wrong-state': 'PRECONDITION_FAILED',
  'has-problems': 'PRECONDITION_FAILED',
  'bad-input': 'BAD_REQUEST',
  'too-large': 'PAYLOAD_TOO_LARGE',
} as const satisfies Record<string, TRPC_ERROR_CODE_KEY>

export type RefusalCode = keyof typeof REFUSALS

export type RefusalReason = {
  code: RefusalCode
  message: string
  path?: string
  /** For `stale`: the version that stands now. */
  version?: number
  /** For a `stale` answer: what stands now, and whose it is. */
  standing?: {
    value: AnswerValue | null
    version: number
    at: string | null
    author: { id: string; name: string } | null
  }
  problems?: readonly { code: string; path: string; message: string }[]
}

/** A request that a service turns down: one line that says what is wrong and what is allowed. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: RefusalReason

  constructor(code: RefusalCode, message: string, more: Omit<RefusalReason, 'code' | 'message'> = {}) {
    super(message)
    this.reason = { code, message, ...more }
  }
}

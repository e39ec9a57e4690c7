import { RubricError } from '@tumstock/rubric/error'
import { Refusal } from '../refusal.ts'

/** Why a job came to nothing, as it is stored and shown: a code, and one line that says what is wrong. */
export type Failure = { code: string; message: string }

/** A failure that was put into words elsewhere, as in a thread. */
export class JobFailure extends Error {
  override name = 'JobFailure'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

/** The failure that an error stands for; null for one that we did not foresee, which belongs in the log. */
export const failureOf = (error: unknown): Failure | null => {
  if (error instanceof JobFailure) return error.failure
  if (error instanceof RubricError) return { code: error.code, message: error.message }
  if (error instanceof Refusal) return { code: error.reason.code, message: error.message }
  return null
}

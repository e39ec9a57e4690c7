import { StartupError } from '@tumstock/server/startup-error'
import { BadInput } from './failure.ts'

/** What the server says to its operator in one line is said here as what the caller got wrong. */
export const asOperator = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    throw error instanceof StartupError ? new BadInput(error.message) : error
  })

import { RubricError, type RubricErrorCode } from '@tumstock/rubric/error'

export const isError = (error: unknown, code: RubricErrorCode): boolean =>
  error instanceof RubricError && error.code === code

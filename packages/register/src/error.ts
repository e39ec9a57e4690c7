export type RegisterErrorCode = 'unknown-country' | 'malformed-date' | 'not-covered' | 'unknown-unit'

/** What the register was asked and cannot answer; the message says what is allowed. */
export class RegisterError extends Error {
  readonly code: RegisterErrorCode

  constructor(code: RegisterErrorCode, message: string) {
    super(message)
    this.name = 'RegisterError'
    this.code = code
  }
}

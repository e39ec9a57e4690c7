import type { TFunction } from 'i18next'
import type { Refused } from './unsent.ts'

const KNOWN = [
  'not-a-number',
  'not-an-option',
  'out-of-range',
  'not-a-date',
  'not-a-url',
  'too-long',
  'not-allowed',
  'wrong-state',
] as const

/** Why an answer is not taken: in the reader's language where the reason is a known one, else as the server says it. */
export function refusalText({ code, message }: Refused, t: TFunction<'answering'>): string {
  const known = KNOWN.find(one => one === code)
  return known ? t(`refused.${known}`) : message
}

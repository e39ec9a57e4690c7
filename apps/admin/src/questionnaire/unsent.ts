import type { AnswerValue } from '@tumstock/rubric/answers'
import { isSameAnswer } from './same-answer.ts'

/** The answer that stands at the server in the place of what was sent. */
export type Standing = {
  value: AnswerValue | null
  version: number
  /** Null for an answer that is taken away. */
  at: string | null
  author: { id: string; name: string } | null
}

/** Why a change is not sent until somebody decides: another was first, or it was turned down. */
type Held = { by: 'conflict'; standing: Standing } | ({ by: 'refusal' } & Refused)

/** `code`: the server's, or what is wrong with the answer itself. */
export type Refused = { code: string; message: string }

/** A change of one answer that the server has not confirmed. */
export type Unsent = {
  question: string
  value: AnswerValue | null
  /** The version of the answer that it was made on; 0 where there was none. */
  version: number
  /** Tells it from a later change of the same answer. */
  mark: string
  /** What has gone out without word whether it arrived. */
  tried: readonly (AnswerValue | null)[]
  held: Held | null
}

/** The changes of one entry that are on their way, in the order in which they go out: one an answer, the last one made. */
export type UnsentList = readonly Unsent[]

/** What became of a change that was sent. `lost`: no word came back. */
export type Outcome =
  | { of: 'saved'; version: number }
  | { of: 'stale'; standing: Standing }
  | ({ of: 'refused' } & Refused)
  | { of: 'lost' }

type Made = Pick<Unsent, 'question' | 'value' | 'version' | 'mark'>

/**
 * With a change that was made here. A later change of the same answer takes the place of the earlier one, so that what was
 * answered because of it still follows it; it stands on the version that the earlier one was made on.
 *
 * @param refused what is wrong with the answer: it is kept, not sent
 */
export const withChange = (list: UnsentList, made: Made, refused?: Refused): UnsentList => {
  const before = list.find(one => one.question === made.question)
  const refusal = refused ? ({ by: 'refusal', ...refused } as const) : null
  if (!before) return [...list, { ...made, tried: [], held: refusal }]
  const held = before.held?.by === 'conflict' ? before.held : refusal
  return replaced(list, { ...before, value: made.value, mark: made.mark, held })
}

/** The change to send now. */
export const nextToSend = (list: UnsentList): Unsent | undefined => list.find(one => one.held === null)

/** Before a change goes out: should no word come back, its value is known again where it arrived. */
export const asTried = (list: UnsentList, sent: Unsent): UnsentList => {
  const now = list.find(one => one.question === sent.question)
  if (!now || now.tried.some(value => isSameAnswer(value, sent.value))) return list
  return replaced(list, { ...now, tried: [...now.tried, sent.value] })
}

/** With what became of a change; what was changed meanwhile goes on from there. `me` is who sent it. */
export const settled = (list: UnsentList, sent: Unsent, outcome: Outcome, me: string): UnsentList => {
  const now = list.find(one => one.question === sent.question)
  if (!now || outcome.of === 'lost') return list
  if (outcome.of === 'saved') return arrived(list, now, sent.value, outcome.version)
  if (outcome.of === 'refused') {
    if (now.mark !== sent.mark) return list
    const { code, message } = outcome
    return replaced(list, { ...now, tried: [], held: { by: 'refusal', code, message } })
  }
  const { standing } = outcome
  const mine = standing.author?.id === me && now.tried.some(value => isSameAnswer(value, standing.value))
  if (mine || isSameAnswer(now.value, standing.value))
    return arrived(list, now, standing.value, standing.version)
  return replaced(list, { ...now, tried: [], held: { by: 'conflict', standing } })
}

const arrived = (list: UnsentList, now: Unsent, value: AnswerValue | null, version: number): UnsentList =>
  isSameAnswer(now.value, value)
    ? without(list, now.question)
    : replaced(list, { ...now, version, tried: [], held: null })

/** Settles a conflict with an answer of this side's: mine as it was, or made of both. Theirs is `without`. */
export const withDecision = (list: UnsentList, question: string, value: AnswerValue | null): UnsentList => {
  const now = list.find(one => one.question === question)
  if (now?.held?.by !== 'conflict') return list
  return retried(replaced(list, { ...now, value, version: now.held.standing.version, held: null }))
}

/** What was turned down goes out once more: what it failed on may be over. */
export const retried = (list: UnsentList): UnsentList =>
  list.some(one => one.held?.by === 'refusal')
    ? list.map(one => (one.held?.by === 'refusal' ? { ...one, held: null } : one))
    : list

export const without = (list: UnsentList, question: string): UnsentList =>
  list.filter(one => one.question !== question)

const replaced = (list: UnsentList, changed: Unsent): UnsentList =>
  list.map(one => (one.question === changed.question ? changed : one))

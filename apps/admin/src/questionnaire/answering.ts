import type { AnswerValue } from '@tumstock/rubric/answers'
import { createContext, useContext } from 'react'
import type { Given, View } from './answered.ts'
import type { Refused, UnsentList } from './unsent.ts'
import type { Link } from './unsent-sender.ts'

/** A questionnaire while somebody is in it. */
export type Answering = {
  round: string
  view: View
  /** The reader. */
  me: string
  /** The answers as they are seen here. */
  shown: Given
  visible: ReadonlySet<string>
  readOnly: boolean
  unsent: UnsentList
  link: Link
  lasting: boolean
  /** Answers that went because a change hid them, while this page is open. */
  kept: Given
  /** `typing`: more may follow at once, so that it is sent after a pause. */
  change: (question: string, value: AnswerValue | null, how?: 'typing') => void
  /** Keeps what is no answer, with what is wrong with it. */
  refuse: (question: string, held: string, refused: Refused) => void
  /** Settles a conflict; `theirs` or an answer of one's own. */
  decide: (question: string, answer: { mine: AnswerValue | null } | 'theirs') => void
  /** Gives up a change that was turned down: what stands at the server stays. */
  drop: (question: string) => void
  /** Sends now, what was turned down included. */
  send: () => void
  /** No more is being typed: sends what waits. */
  flush: () => void
}

const Context = createContext<Answering | null>(null)
export const AnsweringProvider = Context.Provider

export function useAnswering(): Answering {
  const answering = useContext(Context)
  if (!answering) throw new Error('a part of the questionnaire stands outside of it')
  return answering
}

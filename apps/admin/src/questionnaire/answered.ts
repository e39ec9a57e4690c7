import type { inferOutput } from '@trpc/tanstack-react-query'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import { needsEvidence } from '@tumstock/rubric/evidence'
import type { trpc } from '../api.ts'
import type { UnsentList } from './unsent.ts'

/** An entry's questionnaire as `answers.questionnaire` gives it. */
export type View = inferOutput<typeof trpc.answers.questionnaire>
export type Area = View['rubric']['areas'][number]

export type Given = Readonly<Record<string, AnswerValue | null>>

/** What is answered, as the person sees it: the server's answers under what is on its way there. */
export const shownAnswers = (answers: View['answers'], unsent: UnsentList): Given => ({
  ...Object.fromEntries(Object.entries(answers).map(([question, { value }]) => [question, value])),
  ...Object.fromEntries(unsent.map(({ question, value }) => [question, value])),
})

type Saved = Pick<View['answers'][string], 'version' | 'author'> & {
  question: string
  value: AnswerValue | null
  at: string | null
  /** What went because the save hides it. */
  removed: readonly string[]
}

/** The server's answers after a save. */
export const withSaved = (view: View, saved: Saved): View => {
  const { question, removed, value, version, at, author } = saved
  const gone = new Set([...removed, ...(value === null ? [question] : [])])
  const answers = Object.fromEntries(Object.entries(view.answers).filter(([id]) => !gone.has(id)))
  if (value !== null && at !== null) answers[question] = { value, version, at, author }
  return { ...view, answers }
}

/** What is left to do before an entry can be sent in; `areas` in the rubric's order. */
export type Left = {
  answered: number
  of: number
  /** Without an answer. */
  open: readonly string[]
  /** Answered, but without the evidence that is asked for. */
  evidence: readonly string[]
  /** Offered from the last round and not confirmed. */
  unconfirmed: readonly string[]
}

type Asked = { questions: readonly string[]; visible: ReadonlySet<string>; shown: Given; view: View }

/** Of some of the questions. */
export function leftOf({ questions, visible, shown, view }: Asked): Left {
  const asked = questions.filter(question => visible.has(question))
  const answerOf = (question: string) => shown[question] ?? null
  const open = asked.filter(question => answerOf(question) === null)
  const proven = new Set(view.evidence.filter(one => one.layer === 'claim').map(one => one.question))
  return {
    answered: asked.length - open.length,
    of: asked.length,
    open,
    evidence: asked.filter(id => !proven.has(id) && asksEvidence(view.rubric.questions[id], answerOf(id))),
    unconfirmed: open.filter(question => Object.hasOwn(view.prefill, question)),
  }
}

const asksEvidence = (question: Question | undefined, answer: AnswerValue | null): boolean =>
  question !== undefined && answer !== null && needsEvidence(question, answer)

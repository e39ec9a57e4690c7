import type { inferOutput } from '@trpc/tanstack-react-query'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { isVisible } from '@tumstock/rubric/visible'
import type { trpc } from '../api.ts'
import { isEmail } from '../ui/is-email.ts'

export type Form = inferOutput<typeof trpc.nominations.form>

/** What was sent, and where the copy went. */
export type Sent = { units: string; email: string }

type Asked = Form['questions'][number]

/** What a nomination cannot do without. */
export type Lack = 'units' | 'answers' | 'name' | 'email'

export const lacksOf = (wish: {
  units: readonly string[]
  answers: Readonly<Record<string, AnswerValue>>
  name: string
  email: string
}): Lack[] => {
  const lacks: [Lack, boolean][] = [
    ['units', wish.units.length === 0],
    ['answers', Object.keys(wish.answers).length === 0],
    ['name', wish.name === ''],
    ['email', !isEmail(wish.email)],
  ]
  return lacks.flatMap(([lack, is]) => (is ? [lack] : []))
}

/** The questions that are asked, by what has been answered so far. */
export const shownQuestions = (
  questions: readonly Asked[],
  answers: Readonly<Record<string, AnswerValue>>,
): Asked[] => {
  const asking = {
    id: 'nomination',
    edition: '',
    questions: Object.fromEntries(questions.map(({ id, ...question }) => [id, question])),
  }
  return questions.filter(({ id }) => isVisible(asking, answers, id))
}

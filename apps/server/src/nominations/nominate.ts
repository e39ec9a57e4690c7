import { randomUUID } from 'node:crypto'
import { type AnswerValue, validateAnswer } from '@tumstock/rubric/answers'
import type { RubricData } from '@tumstock/rubric/contract'
import { visibleQuestions } from '@tumstock/rubric/visible'
import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { verdictOf } from '../entries/verdict.ts'
import { scopeOf } from '../entries/whom.ts'
import { post } from '../mail/post.ts'
import { placeFor } from '../place.ts'
import { Refusal } from '../refusal.ts'
import { inLanguage } from '../rounds/in-language.ts'
import { nominationQuestions } from './asked.ts'
import { confirmation } from './letters.ts'
import { insertNomination } from './queries.ts'

export type Nominating = {
  round: string
  /** Register ids, the lead first. */
  units: readonly string[]
  title?: string | undefined
  answers: Readonly<Record<string, AnswerValue | null>>
  name: string
  email: string
  language: string
}

/**
 * Takes a nomination from anybody, and writes to them what they sent. It says nothing about other nominations, not even
 * that there are any: the same municipality may be nominated by many.
 */
export async function nominate(ctx: Context, wish: Nominating): Promise<{ received: true }> {
  return audited(ctx, 'nominations.nominate', async tx => {
    const { round } = await placeFor(ctx, tx, 'nominations.nominate', { round: wish.round })
    const scope = await scopeOf(tx, round)
    if (new Set(wish.units).size < wish.units.length)
      throw new Refusal('bad-input', 'A municipality stands twice.', { path: 'units' })
    const { ineligible, name: units } = verdictOf(scope, wish.units)
    if (ineligible !== null)
      throw new Refusal('bad-input', `${units} cannot take part in this round.`, { path: 'units' })
    const definition = scope.rubric
    const answers = checkedAnswers(definition, wish.answers)
    const id = randomUUID()
    await insertNomination(tx, {
      id,
      roundId: round.id,
      entryId: null,
      units: JSON.stringify(wish.units),
      title: wish.title ?? null,
      answers: JSON.stringify(answers),
      nominatorName: wish.name,
      nominatorEmail: wish.email,
      language: wish.language,
      state: 'received',
      reason: null,
      at: ctx.now(),
      decidedAt: null,
      decidedBy: null,
    })
    const { questions } = inLanguage(ctx, round, definition, wish.language)
    const letter = confirmation({
      name: wish.name,
      round: round.title,
      units,
      title: wish.title ?? null,
      answers: Object.entries(answers).map(([question, value]) => ({
        question: questions[question]?.text ?? question,
        answer: shown(questions[question], value),
      })),
      language: wish.language,
    })
    await post(ctx, tx, { key: `nomination/${id}`, to: wish.email, round: round.id, ...letter })
    const detail = { nomination: id, units: wish.units }
    return { subject: `round/${round.id}`, detail, result: { received: true } as const }
  })
}

/** What was answered of what is asked; a nomination says something. */
function checkedAnswers(rubric: RubricData, given: Nominating['answers']): Record<string, AnswerValue> {
  const asked = new Map(nominationQuestions(rubric))
  const answers: Record<string, AnswerValue> = {}
  for (const [id, value] of Object.entries(given)) {
    const question = asked.get(id)
    if (!question)
      throw new Refusal('bad-input', `A nominator is not asked "${id}".`, { path: `answers.${id}` })
    const checked = validateAnswer(question, value)
    if ('problem' in checked)
      throw new Refusal('bad-input', checked.problem.message, { path: `answers.${id}` })
    if (checked.value !== null && checked.value !== '') answers[id] = checked.value
  }
  const visible = visibleQuestions(rubric, answers)
  const hidden = Object.keys(answers).find(id => !visible.has(id))
  if (hidden !== undefined)
    throw new Refusal('bad-input', `By the other answers, "${hidden}" is not asked.`, {
      path: `answers.${hidden}`,
    })
  if (Object.keys(answers).length === 0)
    throw new Refusal('bad-input', 'Say at least in one answer why.', { path: 'answers' })
  return answers
}

const shown = (question: RubricData['questions'][string] | undefined, value: AnswerValue): string => {
  const words = (one: string) =>
    question && 'options' in question ? (question.options[one]?.text ?? one) : one
  return typeof value === 'object' ? value.map(words).join(', ') : words(String(value))
}

import type { Effect } from '@tumstock/engine/effect'
import { LAYERS, type Layer } from '@tumstock/engine/layer'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { visibleQuestions } from '@tumstock/rubric/visible'
import type { Context } from '../context.ts'
import { type Evidence, listEvidence } from '../evidence/list-evidence.ts'
import type { Place } from '../place.ts'
import { type Standing, sees } from '../policy.ts'
import { type FoundReply, repliesOf } from '../replies/reply-view.ts'
import { frozenDefinition } from '../rounds/service.ts'
import { effectsOn, type Stack, type Worth } from './effects.ts'
import { beneath, type Confidence, type Finding, type FindingLayer, isForVisit } from './finding.ts'
import * as queries from './queries.ts'

/** One question of an entry: what it claims, and what was found behind that. */
export type Item = {
  question: string
  claim: { value: AnswerValue; at: string } | null
  /** Behind the claim. */
  evidence: readonly Evidence[]
  desk: Finding | null
  visit: Finding | null
  forVisit: boolean
  /** The criteria that read it, with what they are worth as the answers stand. */
  criteria: readonly Worth[]
}

type Here = Place & { entry: NonNullable<Place['entry']> }

/** Every question that the entry is asked, by its claims or by what was found; in each, the layers that the asker sees. */
export async function itemsOf(ctx: Context, { round, entry }: Here): Promise<Item[]> {
  const { row, standing } = entry
  const rubric = await frozenDefinition(ctx.db, round)
  const seen = LAYERS.filter(layer => sees(standing, `answer.${layer}`))
  const rows = (await queries.answersOf(ctx.db, row.id)).filter(one => seen.includes(one.layer))
  const at = (question: string, layer: Layer) =>
    rows.find(one => one.question === question && one.layer === layer)
  const stacks = stacksOf(rows)
  const effects = await effectsOn(ctx, { round, entry: row, rubric, stacks })
  const evidence = await listEvidence(ctx.db, standing, row.id)
  const replies = await repliesOf(ctx.db, standing, row.id)
  const given = (of: (stack: Stack) => AnswerValue | null | undefined) =>
    Object.fromEntries([...stacks].map(([question, stack]) => [question, of(stack) ?? null]))
  const asked = [
    visibleQuestions(
      rubric,
      given(stack => stack.claim),
    ),
    visibleQuestions(
      rubric,
      given(({ claim, desk, visit }) => visit ?? desk ?? claim),
    ),
  ]
  const findingOf = (question: string, layer: FindingLayer): Finding | null => {
    const found = at(question, layer)
    if (!found) return null
    return findingView(found, {
      layer,
      standing,
      below: beneath(layer, { claim: at(question, 'claim'), desk: at(question, 'desk') }),
      evidence: evidence.filter(one => one.question === question && one.layer === layer),
      effects: effects.of(question, layer),
      reply: replies.find(one => one.question === question && one.layer === layer),
    })
  }
  const isFound = (question: string) =>
    stacks.get(question)?.desk !== undefined || stacks.get(question)?.visit !== undefined
  return Object.keys(rubric.questions)
    .filter(question => asked.some(of => of.has(question)) || isFound(question))
    .map(question => {
      const claim = at(question, 'claim')
      return {
        question,
        claim: claim ? { value: JSON.parse(claim.value) as AnswerValue, at: claim.at } : null,
        evidence: evidence.filter(one => one.question === question && one.layer === 'claim'),
        desk: findingOf(question, 'desk'),
        visit: findingOf(question, 'visit'),
        forVisit: isForVisit(at(question, 'desk')),
        criteria: effects.worth(question),
      }
    })
}

const stacksOf = (rows: readonly queries.LayeredAnswer[]): Map<string, Stack> => {
  const stacks = new Map<string, Stack>()
  for (const { question, layer, value } of rows)
    stacks.set(question, {
      ...stacks.get(question),
      [layer]: JSON.parse(value) as AnswerValue | null,
    })
  return stacks
}

type About = {
  layer: FindingLayer
  standing: Standing
  below: queries.NamedAnswer | undefined
  evidence: readonly Evidence[]
  effects: readonly Effect[]
  reply: FoundReply | undefined
}

function findingView(row: queries.NamedAnswer, about: About): Finding {
  const against = row.against ?? 'null'
  const named = row.authorId !== null && sees(about.standing, 'finding.author')
  return {
    layer: about.layer,
    value: JSON.parse(row.value) as AnswerValue | null,
    verdict: row.value === against ? 'agree' : 'differ',
    against: JSON.parse(against) as AnswerValue | null,
    outOfDate: (about.below?.value ?? 'null') !== against,
    confidence: row.confidence as Confidence | null,
    reason: row.reason,
    at: row.at,
    version: row.version,
    author: named ? { id: row.authorId ?? '', name: row.authorName ?? '' } : null,
    evidence: about.evidence,
    effects: about.effects,
    reply: about.reply ?? null,
  }
}

import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { compareRounds, MAX_COMPARED } from './compare.ts'
import { evaluateRound } from './evaluate.ts'
import { correctRound, listPublications, publishRound } from './publish.ts'
import { getQuestions } from './questions.ts'
import { getRecord } from './record.ts'
import { explainEntry, getData, getResults } from './service.ts'
import { getSurvey } from './survey.ts'

const id = z.string().min(1).max(200)
const inRound = z.strictObject({ round: id })
const value = z.union([z.number(), z.string().max(20_000), z.array(z.string().max(200)).max(200), z.null()])
const correction = z.union([
  z.strictObject({ entry: id, question: id, value }),
  z.strictObject({ entry: id, category: id.nullable() }),
])

export const resultsRouter = router({
  evaluate: procedure('results.evaluate')
    .input(inRound)
    .mutation(({ ctx, input }) => evaluateRound(ctx, input.round)),
  get: procedure('results.get')
    .input(inRound)
    .query(({ ctx, input }) => getResults(ctx, input.round)),
  data: procedure('results.data')
    .input(inRound)
    .query(({ ctx, input }) => getData(ctx, input.round)),
  explain: procedure('results.explain')
    .input(z.strictObject({ round: id, entry: id }))
    .query(({ ctx, input }) => explainEntry(ctx, input)),
  questions: procedure('results.questions')
    .input(inRound)
    .query(({ ctx, input }) => getQuestions(ctx, input.round)),
  survey: procedure('results.survey')
    .input(z.strictObject({ round: id, by: z.enum(['band', 'county', 'kind']).default('band') }))
    .query(({ ctx, input }) => getSurvey(ctx, input.round, input.by)),
  record: procedure('results.record')
    .input(z.strictObject({ round: id, lang: z.string().max(10).optional() }))
    .query(({ ctx, input }) => getRecord(ctx, input)),
  compare: procedure('results.compare')
    .input(z.strictObject({ rounds: z.array(id).min(1).max(MAX_COMPARED) }))
    .query(({ ctx, input }) => compareRounds(ctx, input.rounds)),
  publish: procedure('results.publish')
    .input(inRound)
    .mutation(({ ctx, input }) => publishRound(ctx, input.round)),
  correct: procedure('results.correct')
    .input(
      z.strictObject({
        round: id,
        erratum: z.string().trim().min(1, 'say what was wrong').max(5000),
        changes: z.array(correction).max(1000),
      }),
    )
    .mutation(({ ctx, input }) => correctRound(ctx, input)),
  publications: procedure('results.publications')
    .input(inRound)
    .query(({ ctx, input }) => listPublications(ctx, input.round)),
})

import { analysesRouter } from './analyses/router.ts'
import { answersRouter } from './answers/router.ts'
import { auditRouter } from './audit/router.ts'
import { entriesRouter } from './entries/router.ts'
import { mailRouter } from './mail/router.ts'
import { peopleRouter } from './people/router.ts'
import { responsesRouter } from './responses/router.ts'
import { resultsRouter } from './results/router.ts'
import { roundsRouter } from './rounds/router.ts'
import { rubricsRouter } from './rubrics/router.ts'
import { stagesRouter } from './stages/router.ts'
import { router } from './trpc.ts'
import { unitsRouter } from './units/router.ts'

export const appRouter = router({
  analyses: analysesRouter,
  answers: answersRouter,
  audit: auditRouter,
  entries: entriesRouter,
  mail: mailRouter,
  people: peopleRouter,
  responses: responsesRouter,
  results: resultsRouter,
  rounds: roundsRouter,
  rubrics: rubricsRouter,
  stages: stagesRouter,
  units: unitsRouter,
})

export type AppRouter = typeof appRouter

import { accountRouter } from './account/router.ts'
import { analysesRouter } from './analyses/router.ts'
import { answersRouter } from './answers/router.ts'
import { assessmentsRouter } from './assessments/router.ts'
import { auditRouter } from './audit/router.ts'
import { entriesRouter } from './entries/router.ts'
import { evidenceRouter } from './evidence/router.ts'
import { mailRouter } from './mail/router.ts'
import { nominationsRouter } from './nominations/router.ts'
import { peopleRouter } from './people/router.ts'
import { remindersRouter } from './reminders/router.ts'
import { repliesRouter } from './replies/router.ts'
import { responsesRouter } from './responses/router.ts'
import { resultsRouter } from './results/router.ts'
import { roundsRouter } from './rounds/router.ts'
import { rubricsRouter } from './rubrics/router.ts'
import { conflictsRouter } from './seats/conflicts-router.ts'
import { seatsRouter } from './seats/router.ts'
import { shortlistRouter } from './shortlist/router.ts'
import { stagesRouter } from './stages/router.ts'
import { router } from './trpc.ts'
import { unitsRouter } from './units/router.ts'

export const appRouter = router({
  account: accountRouter,
  analyses: analysesRouter,
  answers: answersRouter,
  assessments: assessmentsRouter,
  audit: auditRouter,
  conflicts: conflictsRouter,
  entries: entriesRouter,
  evidence: evidenceRouter,
  mail: mailRouter,
  nominations: nominationsRouter,
  people: peopleRouter,
  reminders: remindersRouter,
  responses: responsesRouter,
  replies: repliesRouter,
  results: resultsRouter,
  rounds: roundsRouter,
  rubrics: rubricsRouter,
  seats: seatsRouter,
  shortlist: shortlistRouter,
  stages: stagesRouter,
  units: unitsRouter,
})

export type AppRouter = typeof appRouter

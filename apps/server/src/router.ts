import { auditRouter } from './audit/router.ts'
import { peopleRouter } from './people/router.ts'
import { roundsRouter } from './rounds/router.ts'
import { rubricsRouter } from './rubrics/router.ts'
import { router } from './trpc.ts'
import { unitsRouter } from './units/router.ts'

export const appRouter = router({
  audit: auditRouter,
  people: peopleRouter,
  rounds: roundsRouter,
  rubrics: rubricsRouter,
  units: unitsRouter,
})

export type AppRouter = typeof appRouter

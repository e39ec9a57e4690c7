import { auditRouter } from './audit/router.ts'
import { peopleRouter } from './people/router.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  audit: auditRouter,
  people: peopleRouter,
})

export type AppRouter = typeof appRouter

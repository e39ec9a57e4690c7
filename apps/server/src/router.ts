import { auditRouter } from './audit/router.ts'
import { router } from './trpc.ts'

export const appRouter = router({
  audit: auditRouter,
})

export type AppRouter = typeof appRouter

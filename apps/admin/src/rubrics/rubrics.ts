import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type RubricRow = inferOutput<typeof trpc.rubrics.list>[number]
export type RubricView = inferOutput<typeof trpc.rubrics.get>

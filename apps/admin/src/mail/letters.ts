import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Letters = inferOutput<typeof trpc.mail.list>
export type Letter = Letters['letters'][number]

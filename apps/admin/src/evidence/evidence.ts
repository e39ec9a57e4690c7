import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** A file or link behind an answer. */
export type Evidence = inferOutput<typeof trpc.answers.questionnaire>['evidence'][number]

/** What evidence is for: one question of an entry, in one layer. */
export type About = { round: string; entry: string; question: string; layer: Evidence['layer'] }

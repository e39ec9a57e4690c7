import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** Everybody of a round, as `seats.list` gives it. */
export type Seats = inferOutput<typeof trpc.seats.list>
export type Seat = Seats['seats'][number]
export type Invitation = Seats['invitations'][number]
export type RoundRole = Seat['role']

/** In the order in which lists show them. */
export const ROLES = [
  'organiser',
  'lead',
  'contributor',
  'desk',
  'visitor',
  'juror',
  'chair',
  'observer',
] as const satisfies readonly RoundRole[]

/** Roles that belong to an entry. */
export const ofEntry = (role: RoundRole): boolean => role === 'lead' || role === 'contributor'

/** Roles that are given entries one by one. */
export const ASSESSORS = ['desk', 'visitor', 'juror'] as const
export type AssessorRole = (typeof ASSESSORS)[number]

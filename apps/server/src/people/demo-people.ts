import type { RoundRole } from '../db/taking-part.ts'
import type { GivenRole } from './given-roles.ts'

/** Who may sign in while the demo is on. Those without a seat have a role in the installation. */
export type DemoPerson = { email: string; name: string; role: GivenRole; seat?: RoundRole }

const seated = (seat: RoundRole, name: string): DemoPerson => ({
  email: `${seat}@tumstock.example`,
  name,
  role: 'participant',
  seat,
})

export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { email: 'admin@tumstock.example', name: 'Demo administrator', role: 'admin' },
  { email: 'organiser@tumstock.example', name: 'Demo organiser', role: 'organiser' },
  { email: 'viewer@tumstock.example', name: 'Demo viewer', role: 'viewer' },
  seated('lead', 'Demo lead of Dovre'),
  seated('contributor', 'Demo adviser in Dovre'),
  seated('desk', 'Demo desk assessor'),
  seated('visitor', 'Demo site visitor'),
  seated('observer', 'Demo observer'),
]

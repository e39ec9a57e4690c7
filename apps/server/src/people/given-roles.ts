/** Roles that a person can be given in the installation. */
export const GIVEN_ROLES = ['admin', 'auditor', 'organiser', 'viewer', 'participant'] as const
export type GivenRole = (typeof GIVEN_ROLES)[number]

export const isGiven = (role: unknown): role is GivenRole =>
  (GIVEN_ROLES as readonly unknown[]).includes(role)

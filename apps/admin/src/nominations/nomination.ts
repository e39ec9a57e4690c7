import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

export type Nomination = inferOutput<typeof trpc.nominations.list>[number]

export const unitsOf = ({ units }: Nomination): string => units.map(unit => unit.name).join(' + ')

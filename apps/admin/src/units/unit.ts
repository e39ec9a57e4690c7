import type { inferOutput } from '@trpc/tanstack-react-query'
import type { trpc } from '../api.ts'

/** Who a unit is, as `units.get` gives it. */
export type UnitView = inferOutput<typeof trpc.units.get>
export type UnitHit = inferOutput<typeof trpc.units.search>[number]
export type HistoryRow = UnitView['rounds'][number]

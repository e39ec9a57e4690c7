import { COUNTRIES } from '@tumstock/register/unit'
import { z } from 'zod'
import { procedure, router } from '../trpc.ts'
import { searchUnits } from './search.ts'
import { getUnit, positionsOf } from './service.ts'

const day = z.iso.date('a date is written YYYY-MM-DD')
const id = z.string().min(1).max(20)
const search = z.strictObject({
  text: z.string().max(100),
  country: z.enum(COUNTRIES).optional(),
  kind: z.enum(['municipality', 'county']).optional(),
  date: day.optional(),
})

export const unitsRouter = router({
  search: procedure('units.search')
    .input(search)
    .query(({ ctx, input }) => searchUnits({ ...input, date: input.date ?? ctx.now().slice(0, 10) })),
  get: procedure('units.get')
    .input(z.strictObject({ id }))
    .query(({ ctx, input }) => getUnit(ctx, input.id)),
  positions: procedure('units.positions')
    .input(z.strictObject({ ids: z.array(id).max(2000), date: day }))
    .query(({ input }) => positionsOf(input.ids, input.date)),
})

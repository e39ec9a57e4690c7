import { audited } from '../audit/service.ts'
import type { Context } from '../context.ts'
import type { Db, Tx } from '../db/open.ts'
import { placeFor } from '../place.ts'
import { sees } from '../policy.ts'
import { Refusal } from '../refusal.ts'
import { currentDefinition } from '../rounds/current.ts'
import { ownRound, type RoundRow } from '../rounds/service.ts'
import { type Dashboard, dashboardOf } from './dashboard.ts'
import { askedIn, putTarget, targetsOf } from './queries.ts'
import { type Response, responseOf, unnamed } from './response.ts'

/** How far every entry of the round is. */
export const responsesOf = async (
  db: Db | Tx,
  { id, referenceDate }: Pick<RoundRow, 'id' | 'referenceDate'>,
): Promise<Response[]> => (await askedIn(db, id)).map(asked => responseOf(asked, referenceDate))

export async function getDashboard(ctx: Context, id: string): Promise<Dashboard & { at: string }> {
  const { round, standing } = await placeFor(ctx, ctx.db, 'responses.dashboard', { round: id })
  const { categories } = await currentDefinition(ctx.db, round)
  const targets = new Map((await targetsOf(ctx.db, id)).map(({ group, share }) => [group, share]))
  const responses = await responsesOf(ctx.db, round)
  const dashboard = dashboardOf(sees(standing, 'entry.anonymous') ? responses : unnamed(responses), {
    categories: Object.keys(categories),
    targets,
    timeZone: round.timeZone,
  })
  return { ...dashboard, at: ctx.now() }
}

/** Says how many of a group should submit; null takes the target away. */
export const setTarget = (
  ctx: Context,
  { round: id, group, share }: { round: string; group: string; share: number | null },
): Promise<void> =>
  audited(ctx, 'responses.setTarget', async tx => {
    const round = await ownRound(ctx, tx, { id, states: ['draft', 'open', 'evaluated'] })
    const { categories } = await currentDefinition(tx, round)
    const [by, of] = group.split(/:(.*)/)
    const known =
      group === 'all' || (by === 'category' ? Object.hasOwn(categories, of ?? '') : by === 'county')
    if (!known)
      throw new Refusal(
        'bad-input',
        `There is no group ${group}. Allowed: all, county:<id>, ${Object.keys(categories)
          .map(one => `category:${one}`)
          .join(', ')}.`,
        { path: 'group' },
      )
    await putTarget(tx, { round: id, group, share })
    return { subject: `round/${id}`, detail: { group, share }, result: undefined }
  })

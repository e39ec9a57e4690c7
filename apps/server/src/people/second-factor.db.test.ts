import { expect, it } from 'vitest'
import { refusalOf } from '../context.fixture.ts'
import type { Context } from '../context.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { placeFor } from '../place.ts'
import { assign } from '../seats/assign.ts'
import { populate } from '../seats/seats.fixture.ts'
import { requireTwoFactor } from '../seats/service.ts'
import { standingTowards } from '../standing.ts'
import { me } from './service.ts'

const proven = (ctx: Context): Context => ({ ...ctx, user: ctx.user && { ...ctx.user, secondFactor: true } })

eachDialect('a second factor', open => {
  it('is needed for a role of a round where the round says so, and for no other role there', async () => {
    await using database = await open()
    const { db, organiser, round, karmoy, seated } = await populate(database)
    const desk = await seated('desk@test.example', { role: 'desk' })
    const lead = await seated('lead@karmoy.example', { role: 'lead', entry: karmoy })
    const people = [desk.user?.id ?? '']
    await assign(organiser, { round, role: 'desk', entries: [karmoy], people, how: 'these', each: 1 })
    const rolesOf = async (ctx: Context) => {
      const here = await placeFor(ctx, db, 'rounds.get', { round })
      const entry = await db
        .selectFrom('entry')
        .selectAll()
        .where('id', '=', karmoy)
        .executeTakeFirstOrThrow()
      const towards = await standingTowards(ctx, db, { round: here.round, standing: here.standing, entry })
      return [[...here.standing.roles].toSorted(), [...towards.roles].toSorted()]
    }
    const asDesk = [
      ['desk', 'participant'],
      ['desk', 'participant'],
    ]
    expect(await rolesOf(desk)).toEqual(asDesk)
    await requireTwoFactor(organiser, { round, roles: ['desk', 'visitor'] })
    expect(await refusalOf(rolesOf(desk))).toBe('not-found')
    expect(await rolesOf(proven(desk))).toEqual(asDesk)
    expect(await rolesOf(lead)).toEqual([
      ['lead', 'participant'],
      ['lead', 'participant'],
    ])
    const waits = async (ctx: Context) => (await me(ctx)).needsTwoFactor
    expect([await waits(desk), await waits(proven(desk)), await waits(lead)]).toEqual([true, false, false])
  })

  it('is needed of the organisers of the organisation, too', async () => {
    await using database = await open()
    const { db, organiser, round } = await populate(database)
    await requireTwoFactor(organiser, { round, roles: ['organiser'] })
    expect(await refusalOf(placeFor(organiser, db, 'seats.list', { round }))).toBe('not-found')
    expect((await placeFor(proven(organiser), db, 'seats.list', { round })).round.id).toBe(round)
  })
})

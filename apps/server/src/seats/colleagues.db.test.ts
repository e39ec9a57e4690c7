import { expect, it } from 'vitest'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { handOver, inviteColleague, listColleagues, removeColleague } from './colleagues.ts'
import { acceptInvitation, lookAtInvitation } from './join.ts'
import { populate } from './seats.fixture.ts'

const ANN = { email: 'ann@dovre.example', name: 'Ann', sections: null }

eachDialect('colleagues', open => {
  it('are asked in by the lead, for all of the entry or for named areas, and see who else answers', async () => {
    await using database = await open()
    const { round, dovre, stranger, seated, tokensTo, asPerson } = await populate(database)
    const lead = await seated('lead@dovre.example', { role: 'lead', entry: dovre })
    const here = { round, entry: dovre }
    expect(await inviteColleague(lead, { ...here, ...ANN })).toEqual({ invited: 1, already: 0 })
    expect(
      await refusalOf(
        inviteColleague(lead, { ...here, ...ANN, email: 'b@x.example', sections: ['No such'] }),
      ),
    ).toBe('bad-input')
    await acceptInvitation(stranger, { token: (await tokensTo(ANN.email))[0]! })
    const ann = await asPerson(ANN.email)
    await inviteColleague(lead, { ...here, email: 'bo@dovre.example', name: 'Bo', sections: ['Plans'] })
    const [asked = ''] = await tokensTo('bo@dovre.example')
    expect((await lookAtInvitation(stranger, { token: asked })).areas).toEqual(['Plans'])
    const seen = await listColleagues(ann, here)
    expect([seen.areas, seen.invitations.map(one => [one.name, one.sections])]).toEqual([
      [{ id: 'Plans', title: 'Plans' }],
      [['Bo', ['Plans']]],
    ])
    expect(seen.people.map(one => [one.name, one.role, one.sections, one.you])).toEqual([
      ['Ann', 'contributor', null, true],
      ['lead@dovre.example', 'lead', null, false],
    ])
    expect([seen.mayInvite, (await listColleagues(lead, here)).mayInvite]).toEqual([false, true])
    expect(await refusalOf(inviteColleague(ann, { ...here, ...ANN, email: 'c@x.example' }))).toBe(
      'not-allowed',
    )
  })

  it('are of one entry alone: the lead of another sees nobody, asks nobody in and removes nobody', async () => {
    await using database = await open()
    const { round, dovre, lom, seated } = await populate(database)
    const lead = await seated('lead@dovre.example', { role: 'lead', entry: dovre })
    const other = await seated('lead@lom.example', { role: 'lead', entry: lom })
    await seated(ANN.email, { role: 'contributor', entry: dovre })
    const seat = (await listColleagues(lead, { round, entry: dovre })).people.find(
      one => one.email === ANN.email,
    )!.seat
    expect([
      await refusalOf(listColleagues(other, { round, entry: dovre })),
      await refusalOf(inviteColleague(other, { round, entry: dovre, ...ANN })),
      await refusalOf(removeColleague(other, { round, entry: dovre, seat })),
      await refusalOf(removeColleague(other, { round, entry: lom, seat })),
      await refusalOf(handOver(other, { round, entry: lom, seat })),
    ]).toEqual(['not-found', 'not-found', 'not-found', 'not-found', 'not-found'])
    await removeColleague(lead, { round, entry: dovre, seat })
    expect((await listColleagues(lead, { round, entry: dovre })).people.map(one => one.email)).toEqual([
      'lead@dovre.example',
    ])
  })

  it('take over the lead, which one has at a time', async () => {
    await using database = await open()
    const { round, dovre, seated } = await populate(database)
    const lead = await seated('lead@dovre.example', { role: 'lead', entry: dovre })
    const ann = await seated(ANN.email, { role: 'contributor', entry: dovre })
    const here = { round, entry: dovre }
    const seats = async () =>
      Object.fromEntries((await listColleagues(ann, here)).people.map(one => [one.email, one]))
    const before = await seats()
    await handOver(lead, { ...here, seat: before[ANN.email]!.seat })
    const after = await seats()
    expect([after[ANN.email]?.role, after['lead@dovre.example']?.role]).toEqual(['lead', 'contributor'])
    expect(await refusalOf(handOver(lead, { ...here, seat: before[ANN.email]!.seat }))).toBe('not-allowed')
    expect(await refusalOf(removeColleague(ann, { ...here, seat: before[ANN.email]!.seat }))).toBe(
      'wrong-state',
    )
  })

  it('are invited no more than an entry has need of', async () => {
    await using database = await open()
    const { db, round, dovre, seated } = await populate(database)
    const lead = await seated('lead@dovre.example', { role: 'lead', entry: dovre })
    const here = { round, entry: dovre }
    for (let n = 0; n < 99; n++) await inviteColleague(lead, { ...here, ...ANN, email: `n${n}@test.example` })
    expect(await refusalOf(inviteColleague(lead, { ...here, ...ANN }))).toBe('wrong-state')
    const [asked] = (await listColleagues(lead, here)).invitations
    await removeColleague(lead, { ...here, invitation: asked!.id })
    expect(await inviteColleague(lead, { ...here, ...ANN })).toEqual({ invited: 1, already: 0 })
    expect(await db.selectFrom('seat').select('role').execute()).toEqual([{ role: 'lead' }])
  })
})

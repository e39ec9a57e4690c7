import { expect, it } from 'vitest'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { acceptInvitation, lookAtInvitation } from './join.ts'
import { listSeats } from './list.ts'
import { populate } from './seats.fixture.ts'
import { invitePeople, removeSeat, resendInvitations, revokeInvitations } from './service.ts'

const LEAD = 'lead@dovre.example'

eachDialect('invitations', open => {
  it('writes to each invited person once, in their language, and keeps only the hash of the link', async () => {
    await using database = await open()
    const { db, organiser, round, dovre, offer, tokensTo } = await populate(database)
    expect(await offer(LEAD, { name: 'Lead of Dovre', role: 'lead', entry: dovre, language: 'nn' })).toEqual({
      invited: 1,
      already: 0,
    })
    expect(await offer('LEAD@dovre.example', { role: 'lead', entry: dovre })).toEqual({
      invited: 0,
      already: 1,
    })
    const letters = await db.selectFrom('mail').select(['recipient', 'subject', 'text', 'roundId']).execute()
    expect(letters.map(one => [one.recipient, one.subject, one.roundId])).toEqual([
      [LEAD, 'Invitasjon: Dovre i Open hall 2014', round],
    ])
    const [token = ''] = await tokensTo(LEAD)
    expect(letters[0]?.text).toMatch(
      /^Hei, Lead of Dovre!\n\norganiser inviterer deg til å ha ansvaret for svara for Dovre/,
    )
    expect(token.length).toBe(43)
    const rows = await db.selectFrom('seatInvitation').selectAll().execute()
    expect(JSON.stringify(rows).includes(token)).toBe(false)
    expect(rows.map(row => row.language)).toEqual(['nn'])
    const { invitations } = await listSeats(organiser, { round })
    expect(invitations.map(one => [one.email, one.role, one.entry, one.expired])).toEqual([
      [LEAD, 'lead', dovre, false],
    ])
  })

  it('is accepted once: of two at the same time one gets the seat, and the link then leads nowhere', async () => {
    await using database = await open()
    const { db, stranger, round, dovre, offer, tokensTo } = await populate(database)
    await offer(LEAD, { name: 'Lead of Dovre', role: 'lead', entry: dovre })
    const [token = ''] = await tokensTo(LEAD)
    const both = await Promise.all(
      [0, 1].map(() =>
        acceptInvitation(stranger, { token }).then(
          ({ signIn, ...accepted }) => ({ ...accepted, signsIn: signIn !== null }),
          error => error.reason.code,
        ),
      ),
    )
    expect(both.toSorted((a, b) => String(a).localeCompare(String(b)))).toEqual([
      { round, role: 'lead', entry: dovre, signsIn: true },
      'not-found',
    ])
    expect(await refusalOf(lookAtInvitation(stranger, { token }))).toBe('not-found')
    const seats = await db
      .selectFrom('seat')
      .innerJoin('user', 'user.id', 'seat.userId')
      .select(['user.email', 'user.name', 'user.role as platformRole', 'seat.role', 'seat.entryId'])
      .execute()
    expect(seats).toEqual([
      { email: LEAD, name: 'Lead of Dovre', platformRole: 'participant', role: 'lead', entryId: dovre },
    ])
  })

  it('does not tell a link that was never sent from one that is over: used, taken back, replaced, expired', async () => {
    await using database = await open()
    const { db, organiser, stranger, round, offer, tokensTo } = await populate(database)
    for (const email of ['used', 'revoked', 'replaced', 'expired']) await offer(`${email}@test.example`)
    const { invitations } = await listSeats(organiser, { round })
    const idOf = (email: string) => invitations.find(one => one.email === email)?.id ?? ''
    const [used = ''] = await tokensTo('used@test.example')
    await acceptInvitation(stranger, { token: used })
    await revokeInvitations(organiser, { round, invitations: [idOf('revoked@test.example')] })
    await resendInvitations(organiser, { round, invitations: [idOf('replaced@test.example')] })
    await db
      .updateTable('seatInvitation')
      .set({ expiresAt: '2014-06-01T00:00:00.000Z' })
      .where('email', '=', 'expired@test.example')
      .execute()
    const [replaced = '', again = ''] = await tokensTo('replaced@test.example')
    const dead = [
      'never sent',
      used,
      (await tokensTo('revoked@test.example'))[0] ?? '',
      replaced,
      (await tokensTo('expired@test.example'))[0] ?? '',
    ]
    const said = await Promise.all(
      dead.flatMap(token => [
        lookAtInvitation(stranger, { token }).catch(error => error.reason),
        acceptInvitation(stranger, { token }).catch(error => error.reason),
      ]),
    )
    expect(new Set(said.map(reason => JSON.stringify(reason))).size).toBe(1)
    expect(said[0].code).toBe('not-found')
    expect((await lookAtInvitation(stranger, { token: again })).email).toBe('replaced@test.example')
    expect(await offer('expired@test.example')).toEqual({ invited: 1, already: 0 })
    expect((await listSeats(organiser, { round })).invitations.map(one => [one.email, one.expired])).toEqual([
      ['expired@test.example', false],
      ['replaced@test.example', false],
    ])
  })

  it('opens nothing that somebody has already: they sign in first, or say that they take part as who they are', async () => {
    await using database = await open()
    const { stranger, karmoy, dovre, round, seated, offer, tokensTo, asPerson, db } = await populate(database)
    const lead = await seated(LEAD, { role: 'lead', entry: dovre })
    await offer(LEAD, { role: 'contributor', entry: karmoy })
    const token = (await tokensTo(LEAD)).at(-1) ?? ''
    expect((await lookAtInvitation(stranger, { token })).as).toBe('known')
    expect(await refusalOf(acceptInvitation(stranger, { token }))).toBe('sign-in-needed')
    const other = await seated('desk@test.example')
    expect((await lookAtInvitation(other, { token })).as).toBe('other')
    expect(await refusalOf(acceptInvitation(other, { token }))).toBe('wrong-state')
    expect((await lookAtInvitation(lead, { token })).as).toBe('invited')
    expect(await acceptInvitation(lead, { token })).toEqual({
      round,
      role: 'contributor',
      entry: karmoy,
      signIn: null,
    })
    await offer('another@test.example', { role: 'observer' })
    const [second = ''] = await tokensTo('another@test.example')
    expect((await acceptInvitation(other, { token: second, asMe: true })).signIn).toBe(null)
    const desk = await asPerson('desk@test.example')
    expect(
      await db
        .selectFrom('seat')
        .select('role')
        .where('userId', '=', desk.user!.id)
        .orderBy('role')
        .execute(),
    ).toEqual([{ role: 'desk' }, { role: 'observer' }])
    expect(
      await db.selectFrom('user').select('id').where('email', '=', 'another@test.example').execute(),
    ).toEqual([])
  })

  it('invites two thousand at once, and none of them twice', async () => {
    await using database = await open()
    const { db, organiser, round } = await populate(database)
    const people = Array.from({ length: 2000 }, (_, n) => ({
      email: `juror${n}@test.example`,
      name: `Juror ${n}`,
      role: 'juror' as const,
    }))
    expect(await invitePeople(organiser, { round, people: [...people.slice(0, 1999), people[0]!] })).toEqual({
      invited: 1999,
      already: 1,
    })
    expect(await invitePeople(organiser, { round, people })).toEqual({ invited: 1, already: 1999 })
    const count = async (table: 'mail' | 'seatInvitation' | 'job') =>
      (
        await db
          .selectFrom(table)
          .select(({ fn }) => fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    expect([await count('mail'), await count('seatInvitation'), await count('job')]).toEqual([
      2000, 2000, 2000,
    ])
  })

  it('names the line of a list that cannot be, and then invites nobody', async () => {
    await using database = await open()
    const { db, organiser, rival, round, openedRound } = await populate(database)
    const reasonFor = (person: object) =>
      invitePeople(organiser, {
        round,
        people: [
          { email: 'a@test.example', name: 'A', role: 'desk' },
          { email: 'b@test.example', name: 'B', role: 'lead', ...person },
        ],
      }).then(
        () => null,
        error => [error.reason.message, error.reason.path],
      )
    const elsewhere = await openedRound('Another hall')
    expect([
      await reasonFor({}),
      await reasonFor({ role: 'juror', entry: 'x' }),
      await reasonFor({ role: 'desk', sections: ['Plans'] }),
    ]).toEqual([
      ['people.1: a lead belongs to an entry of the round; "" is none.', 'people.1.entry'],
      ['people.1: a seat as juror belongs to no entry.', 'people.1.entry'],
      ['people.1: only a contributor is given areas.', 'people.1.sections'],
    ])
    expect(await db.selectFrom('seatInvitation').select('id').execute()).toEqual([])
    const people = [{ email: 'a@test.example', name: 'A', role: 'desk' as const }]
    expect(await refusalOf(invitePeople(rival, { round, people }))).toBe('not-found')
    await invitePeople(organiser, { round: elsewhere, people })
    const [invitation] = (await listSeats(organiser, { round: elsewhere })).invitations
    expect(await refusalOf(revokeInvitations(organiser, { round, invitations: [invitation!.id] }))).toBe(
      'not-found',
    )
    expect(await refusalOf(resendInvitations(organiser, { round, invitations: [invitation!.id] }))).toBe(
      'not-found',
    )
  })

  it('takes a seat away together with what was assigned to it, and leaves the person and their other seats', async () => {
    await using database = await open()
    const { db, organiser, round, dovre, seated } = await populate(database)
    const desk = await seated('desk@test.example')
    await seated('visitor@test.example', { role: 'visitor' })
    const { seats } = await listSeats(organiser, { round })
    const seat = seats.find(one => one.person.id === desk.user?.id)
    await db
      .insertInto('assignment')
      .values({
        roundId: round,
        entryId: dovre,
        userId: desk.user!.id,
        role: 'desk',
        createdAt: '',
        createdBy: null,
      })
      .execute()
    await removeSeat(organiser, { round, seat: seat!.id })
    const left = await listSeats(organiser, { round })
    expect([left.seats.map(one => one.role), left.assignments]).toEqual([['visitor'], []])
    expect(await refusalOf(removeSeat(organiser, { round, seat: seat!.id }))).toBe('not-found')
  })
})

import { expect, it } from 'vitest'
import { refusalOf } from '../context.fixture.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { placeFor } from '../place.ts'
import { assign, previewAssignment } from './assign.ts'
import { declareConflict, liftConflict, setConflict } from './conflicts.ts'
import { acceptInvitation } from './join.ts'
import { listSeats } from './list.ts'
import { populate } from './seats.fixture.ts'

eachDialect('assessors', open => {
  it('get entries evenly, as the preview says, and never one that they have to do with', async () => {
    await using database = await open()
    const { organiser, round, karmoy, dovre, lom, seated } = await populate(database)
    const ann = await seated('ann@test.example')
    const bo = await seated('bo@test.example')
    await seated('lead@lom.example', { role: 'lead', entry: lom })
    await setConflict(organiser, { round, entry: dovre, person: ann.user!.id, reason: 'Was born there.' })
    const people = [ann.user!.id, bo.user!.id]
    const entries = [karmoy, dovre, lom]
    const wish = { round, role: 'desk' as const, entries, people, how: 'evenly' as const, each: 1 }
    const preview = await previewAssignment(organiser, wish)
    expect(await assign(organiser, wish)).toEqual(preview)
    expect(preview.skipped).toEqual([{ entry: dovre, person: ann.user!.id }])
    expect(preview.short).toEqual([])
    const given = (await listSeats(organiser, { round })).assignments
    expect(given.length).toBe(3)
    expect(given.find(one => one.entry === dovre)).toEqual({
      entry: dovre,
      person: bo.user!.id,
      role: 'desk',
    })
    expect(people.map(person => given.filter(one => one.person === person).length).toSorted()).toEqual([1, 2])
    expect(await assign(organiser, wish)).toEqual({ ...preview, changed: [] })
    expect((await assign(organiser, { ...wish, each: 2 })).short).toEqual([dovre])
  })

  it('are given these, or none of them any more', async () => {
    await using database = await open()
    const { organiser, round, karmoy, dovre, seated } = await populate(database)
    const ann = (await seated('ann@test.example')).user!.id
    const wish = { round, role: 'desk' as const, entries: [karmoy, dovre], people: [ann], each: 1 }
    const pairs = [karmoy, dovre].map(entry => ({ entry, person: ann }))
    expect((await assign(organiser, { ...wish, how: 'these' })).changed).toEqual(pairs)
    expect((await assign(organiser, { ...wish, entries: [dovre], how: 'none' })).changed).toEqual([pairs[1]])
    expect((await listSeats(organiser, { round })).assignments).toEqual([{ ...pairs[0], role: 'desk' }])
  })

  it('are people with that seat in that round, and entries of it', async () => {
    await using database = await open()
    const { organiser, rival, round, dovre, seated, openedRound } = await populate(database)
    const juror = (await seated('juror@test.example', { role: 'juror' })).user!.id
    const wish = {
      round,
      role: 'desk' as const,
      entries: [dovre],
      people: [juror],
      how: 'these' as const,
      each: 1,
    }
    const elsewhere = await openedRound('Another hall')
    expect([
      await refusalOf(assign(organiser, wish)),
      await refusalOf(assign(organiser, { ...wish, role: 'juror', entries: ['nothing'] })),
      await refusalOf(assign(organiser, { ...wish, role: 'juror', round: elsewhere })),
      await refusalOf(assign(rival, { ...wish, role: 'juror' })),
      await refusalOf(assign(organiser, { ...wish, role: 'juror' })),
    ]).toEqual(['bad-input', 'bad-input', 'bad-input', 'not-found', undefined])
  })

  it('lose an entry at once when they say that they have a conflict, and then see no more of it than of none', async () => {
    await using database = await open()
    const { organiser, round, dovre, lom, seated } = await populate(database)
    const ann = await seated('ann@test.example', { role: 'visitor' })
    const person = ann.user!.id
    const wish = { round, role: 'visitor' as const, entries: [dovre, lom], people: [person], each: 1 }
    await assign(organiser, { ...wish, how: 'these' })
    const look = (entry: string) =>
      placeFor(ann, ann.db, 'conflicts.declare', { round, entry }).then(
        place => place.entry?.id,
        error => error.message,
      )
    expect([await look(dovre), await look(lom)]).toEqual([dovre, lom])
    await declareConflict(ann, { round, entry: dovre, reason: 'My sister works there.' })
    expect(await look(dovre)).toBe(`There is no entry ${dovre} in this round.`)
    expect(await look(lom)).toBe(lom)
    const { assignments, conflicts } = await listSeats(organiser, { round })
    expect(assignments).toEqual([{ entry: lom, person, role: 'visitor' }])
    expect(conflicts.map(({ at: _, ...one }) => one)).toEqual([
      { entry: dovre, person, source: 'declared', reason: 'My sister works there.', liftable: true },
    ])
    expect((await assign(organiser, { ...wish, how: 'these' })).skipped).toEqual([{ entry: dovre, person }])
    await liftConflict(organiser, { round, entry: dovre, person, reason: 'It was another Dovre.' })
    expect(await look(dovre)).toBe(`There is no entry ${dovre} in this round.`)
    expect((await assign(organiser, { ...wish, how: 'these' })).changed).toEqual([{ entry: dovre, person }])
    expect(await look(dovre)).toBe(dovre)
  })

  it('are kept from what they answer themselves, whichever seat they took first, and the chair too', async () => {
    await using database = await open()
    const { db, organiser, round, karmoy, dovre, lom, seated, offer, tokensTo } = await populate(database)
    const ann = await seated('ann@test.example', { role: 'juror' })
    const person = ann.user!.id
    await assign(organiser, {
      round,
      role: 'juror',
      entries: [dovre],
      people: [person],
      how: 'these',
      each: 1,
    })
    await offer('ann@test.example', { role: 'contributor', entry: dovre })
    await acceptInvitation(ann, { token: (await tokensTo('ann@test.example')).at(-1)! })
    const chair = await seated('chair@test.example', { role: 'lead', entry: lom })
    await offer('chair@test.example', { role: 'chair' })
    await acceptInvitation(chair, { token: (await tokensTo('chair@test.example')).at(-1)! })
    const { assignments, conflicts } = await listSeats(organiser, { round })
    expect(assignments).toEqual([])
    expect(conflicts.map(one => [one.entry, one.person, one.source, one.liftable]).toSorted()).toEqual(
      [
        [dovre, person, 'own', false],
        [lom, chair.user!.id, 'own', false],
      ].toSorted(),
    )
    const lift = { round, entry: dovre, person, reason: 'Never mind.' }
    expect(await refusalOf(liftConflict(organiser, lift))).toBe('wrong-state')
    const roles = async (entry: string) => [
      ...(await placeFor(chair, db, 'seats.colleagues', { round, entry }).then(
        place => place.entry?.standing.roles ?? [],
        () => ['none'],
      )),
    ]
    expect((await roles(lom)).includes('chair')).toBe(false)
    expect(await roles(karmoy)).toEqual(['none'])
  })

  it('are kept from entries of the organisation that an identity provider places them in', async () => {
    await using database = await open()
    const { db, organiser, round, dovre, lom, seated } = await populate(database)
    const ann = (await seated('ann@test.example')).user!.id
    const lead = (await seated('lead@dovre.example', { role: 'lead', entry: dovre })).user!.id
    await seated('lead@lom.example', { role: 'lead', entry: lom })
    await db
      .updateTable('user')
      .set({ organisationNumber: '939849831' })
      .where('id', 'in', [ann, lead])
      .execute()
    const wish = { round, role: 'desk' as const, entries: [dovre, lom], people: [ann], each: 1 }
    expect(await assign(organiser, { ...wish, how: 'evenly' })).toEqual({
      changed: [{ entry: lom, person: ann }],
      skipped: [{ entry: dovre, person: ann }],
      short: [dovre],
    })
    expect((await listSeats(organiser, { round })).conflicts).toEqual([
      { entry: dovre, person: ann, source: 'own', reason: '', at: null, liftable: false },
    ])
  })
})

import { expect, it } from 'vitest'
import { createWorld, type Visitor, type World } from './create-world.ts'

/** A round of an award whose nomination is open to everybody. */
const openToAll = async (world: World): Promise<string> => {
  const { api } = await world.as('organiser')
  const { id } = await api.rounds.create.mutate({
    from: { edition: 'sveriges-digitaliseringskommun@2023' },
    title: 'Årets kommun',
  })
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
  await api.rounds.configure.mutate({
    id,
    version: 1,
    patch: { stages: { nomination: { from: day(-1), to: day(1) } } },
  })
  await api.rounds.open.mutate({ id, version: 2 })
  return id
}

const nominate = ({ api }: Visitor, round: string) =>
  api.nominations.nominate.mutate({
    round,
    units: ['SE-1480'],
    answers: { proud: 'Alla kan följa sitt ärende.' },
    name: 'A neighbour',
    email: 'neighbour@world.example',
    language: 'sv',
  })

it('takes nominations from anybody, and no more from one address than people write', async () => {
  await using world = await createWorld()
  const round = await openToAll(world)
  for (let sent = 0; sent < 20; sent++)
    expect(await nominate(world.stranger, round)).toEqual({ received: true })
  const batch = `/api/trpc/units.positions,nominations.nominate?batch=1`
  const answer = await world.stranger.fetch(batch, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
  expect([answer.status, await answer.json()]).toMatchObject([429, { code: 'too-many' }])
  await expect(nominate(world.stranger, round)).rejects.toThrow()
  const { api } = await world.as('organiser')
  expect((await api.nominations.list.query({ round })).length).toBe(20)
  expect((await world.stranger.api.units.search.query({ text: 'Göteborg' }))[0]?.id).toBe('SE-1480')
})

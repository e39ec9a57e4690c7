import type { RubricData } from '@tumstock/rubric/contract'
import { expect, it } from 'vitest'
import { seat } from '../e2e/seat.ts'
import { createWorld, type Visitor, type World } from './create-world.ts'

/** Far apart in the alphabet, on the map, in size and class, and in different counties. */
const DOVRE = 'NO-0511'
const TROMSO = 'NO-1902'
/** Who is named beside them, with the option that each chooses throughout. */
const NAMED = { 'NO-1201': 0, 'NO-0301': 1, 'NO-0220': 2 } as const
const CUTS = ['county', 'kind', 'band'] as const

type Reader = Pick<Visitor, 'api' | 'fetch'>

/** Two benchmark themselves anonymously, and only one of them answers. */
async function roundWith(world: World, answering: string): Promise<string> {
  const { api } = await world.as('organiser')
  const from = { edition: 'ekommuneprisen@2014' }
  const { id: round } = await api.rounds.create.mutate({ from, title: `With ${answering}` })
  const patch = { year: 2014, referenceDate: '2014-01-01' }
  await api.rounds.configure.mutate({ id: round, version: 1, patch })
  await api.rounds.open.mutate({ id: round, version: 2 })
  const units = [...Object.keys(NAMED), DOVRE, TROMSO]
  await api.entries.invite.mutate({ round, whom: { units } })
  const entries = new Map<string, string>()
  for (const { id, units: own } of await api.entries.list.query({ round })) entries.set(own[0]?.id ?? '', id)
  for (const unit of [DOVRE, TROMSO])
    await api.entries.setParticipation.mutate({
      ...{ round, entry: entries.get(unit) ?? '' },
      participation: 'anonymous',
    })
  const { rubric } = await api.rounds.get.query({ id: round })
  const text = answersOf(rubric, [...Object.entries(NAMED), [answering, 1]])
  const { token } = await api.entries.preview.mutate({ round, text })
  await api.entries.import.mutate({ token, leaveOutBad: false })
  await api.results.evaluate.mutate({ round })
  return round
}

/** A table of answers: of every choice the same option for each who answers. */
function answersOf(
  { questions }: Pick<RubricData, 'questions'>,
  answering: readonly (readonly [string, number])[],
): string {
  const choices = Object.entries(questions).flatMap(([id, question]) =>
    question.type === 'choice' ? [{ id, options: Object.keys(question.options) }] : [],
  )
  const rows = answering.map(([unit, choice]) => [
    unit.slice(3),
    ...choices.map(({ options }) => options[choice % options.length]),
  ])
  return [['kommunenummer', ...choices.map(({ id }) => id)], ...rows].map(row => row.join(';')).join('\n')
}

/** Everything that says something of a round, as this reader is told it. */
async function reads({ api, fetch }: Reader, round: string): Promise<Record<string, unknown>> {
  const open = (path: string) => fetch(path).then(answer => answer.text())
  const asked: Record<string, Promise<unknown>> = {
    round: api.rounds.get.query({ id: round }),
    rounds: api.rounds.list.query().then(rounds => rounds.find(one => one.id === round)),
    timeline: api.stages.timeline.query({ round }),
    entries: api.entries.list.query({ round }),
    mine: api.entries.mine.query({ round }),
    dashboard: api.responses.dashboard.query({ round }),
    results: api.results.get.query({ round }),
    questions: api.results.questions.query({ round }),
    publications: api.results.publications.query({ round }),
    compare: api.results.compare.query({ rounds: [round] }),
    nominees: api.shortlist.list.query({ round }),
    data: api.results.data.query({ round }),
    json: open(`/api/v1/rounds/${round}/results.json`),
    csv: open(`/api/v1/rounds/${round}/results.csv`),
    side: open(`/api/v1/compare?rounds=${round}`),
  }
  for (const by of CUTS) asked[by] = api.results.survey.query({ round, by })
  for (const unit of [DOVRE, TROMSO])
    asked[unit] = api.units.get
      .query({ id: unit })
      .then(({ rounds }) => rounds.filter(one => one.round.id === round))
  const names = Object.keys(asked)
  const told = await Promise.allSettled(Object.values(asked))
  return Object.fromEntries(
    told.map((one, at) => {
      const text =
        one.status === 'fulfilled' ? (JSON.stringify(one.value) ?? 'nothing') : (one.reason as Error).message
      return [names[at], plain(text, round)]
    }),
  )
}

/** Without what differs between any two rounds: their ids, times and hashes, each as the nth of its kind. */
function plain(text: string, round: string): string {
  const ids = new Map<string, string>()
  return text
    .replaceAll(new RegExp(round, 'gi'), 'ROUND')
    .replaceAll(/With NO-\d{4}/g, 'ROUND')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/[0-9a-f]{64}/g, 'HASH')
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, id => {
      if (!ids.has(id)) ids.set(id, `ID${ids.size}`)
      return ids.get(id) ?? ''
    })
}

it('tells nobody but the organiser which of two municipalities an anonymous row is', async () => {
  await using world = await createWorld()
  const { api: organiser, fetch } = await world.as('organiser')
  const { api: admin } = await world.as('admin')
  const one = await roundWith(world, DOVRE)
  const other = await roundWith(world, TROMSO)
  const by = { world, admin, organiser }
  const seated = async (role: 'observer' | 'lead') => {
    const seats = []
    for (const round of [one, other]) {
      const entry = (await organiser.entries.list.query({ round })).find(({ name }) => name === 'Oslo')?.id
      const name = `${role} of ${round}`
      const { api } = await seat(by, { round, name, role, ...(role === 'lead' && entry && { entry }) })
      seats.push({ api, fetch: world.stranger.fetch })
    }
    return seats
  }
  const observers = await seated('observer')
  const leads = await seated('lead')
  const readers = { stranger: [world.stranger, world.stranger], observer: observers, lead: leads }
  const compared = async () => {
    for (const [who, [first, second]] of Object.entries(readers))
      expect([who, await reads(first!, one)]).toEqual([who, await reads(second!, other)])
  }
  await compared()
  for (const round of [one, other]) await organiser.results.publish.mutate({ round })
  await compared()

  const { results, dashboard } = await reads({ api: organiser, fetch }, one)
  expect([String(results).includes(DOVRE), String(dashboard).includes('county:NO-05')]).toEqual([true, true])
  const { json, entries } = await reads(observers[0]!, one)
  expect([String(json).includes('\\"anonymous\\":[{'), String(entries).includes('"units":[]')]).toEqual([
    true,
    true,
  ])
}, 120_000)

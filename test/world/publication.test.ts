import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { createWorld, type Visitor } from './create-world.ts'

const openRound = async ({ api }: Visitor): Promise<string> => {
  const { id } = await api.rounds.create.mutate({
    from: { edition: 'ekommuneprisen@2014' },
    title: 'Prisen 2014',
  })
  await api.rounds.configure.mutate({ id, version: 1, patch: { referenceDate: '2014-01-01' } })
  await api.rounds.open.mutate({ id, version: 2 })
  return id
}

/** A table over the round's first choice question, with its best option for the first unit. */
const tableFor = async ({ api }: Visitor, id: string) => {
  const { rubric } = await api.rounds.get.query({ id })
  const choices = Object.entries(rubric.questions).filter(([, question]) => question.type === 'choice')
  const header = ['kommunenummer', ...choices.map(([question]) => question)].join(';')
  const answers = (best: boolean) =>
    choices.map(([, question]) => {
      const points = Object.entries('options' in question ? question.options : {}).map(
        ([option, { points: value = 0 }]) => [option, value] as const,
      )
      const sorted = points.toSorted((a, b) => b[1] - a[1])
      return sorted.at(best ? 0 : -1)?.[0] ?? ''
    })
  const row = (unit: string, best: boolean) => [unit, ...answers(best)].join(';')
  return {
    text: [
      header,
      row('0511', true),
      row('1264', false),
      row('05', true),
      row('Våler', true),
      'nowhere;?',
    ].join('\n'),
  }
}

it('takes a file of answers to a published result that anyone can check', async () => {
  await using world = await createWorld()
  const organiser = await world.as('organiser')
  const round = await openRound(organiser)
  const { text } = await tableFor(organiser, round)
  const form = new FormData()
  form.append('file', new Blob([text]), 'svar.csv')
  const upload = await organiser.fetch('/api/upload', { method: 'POST', body: form })
  const { uploadId } = (await upload.json()) as { uploadId: string }
  const preview = await organiser.api.entries.preview.mutate({ round, uploadId })
  expect([preview.rows, preview.good, [...new Set(preview.bad.map(cell => cell.row))]]).toEqual([
    5,
    3,
    [5, 6],
  ])
  const imported = await organiser.api.entries.import.mutate({ token: preview.token, leaveOutBad: true })
  expect([imported.imported, imported.leftOut]).toEqual([3, 2])

  await organiser.api.results.evaluate.mutate({ round })
  const { rows } = await organiser.api.results.get.query({ round })
  expect(rows.map(row => [row.name, row.categoryRank])).toEqual([
    ['Dovre', 1],
    ['Oppland', 1],
    ['Austrheim', 2],
  ])
  const best = await organiser.api.results.explain.query({ round, entry: rows[0]?.entry ?? '' })
  expect(best.value).toBe(rows[0]?.score)

  const path = `/api/v1/rounds/${round}/results.json`
  const before = await world.stranger.fetch(path)
  expect(before.status).toBe(404)
  const { sha256 } = await organiser.api.results.publish.mutate({ round })
  const after = await world.stranger.fetch(path)
  const body = await after.text()
  expect([after.status, after.headers.get('etag'), createHash('sha256').update(body).digest('hex')]).toEqual([
    200,
    `"${sha256}"`,
    sha256,
  ])
})

it('keeps viewers from changing anything', async () => {
  await using world = await createWorld()
  const round = await openRound(await world.as('organiser'))
  const viewer = await world.as('viewer')
  const codes = await Promise.all(
    [
      viewer.api.entries.invite.mutate({ round, whom: { units: ['NO-0511'] } }),
      viewer.api.results.evaluate.mutate({ round }),
      viewer.api.results.publish.mutate({ round }),
    ].map(call =>
      call.then(
        () => 'done',
        (error: { data?: { code?: string } }) => error.data?.code,
      ),
    ),
  )
  expect(codes).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
  const form = new FormData()
  form.append('file', new Blob(['unit\n']), 'svar.csv')
  expect((await viewer.fetch('/api/upload', { method: 'POST', body: form })).status).toBe(403)
})

it('shows waves of a survey side by side, and claims no significance without n', async () => {
  await using world = await createWorld()
  const { trends } = await world.stranger.api.results.survey.query({
    round: 'kommuneundersokelsen-2017-record',
  })
  expect(trends.map(({ question, year, change, reason }) => [question, year, change, reason])).toEqual([
    ['betterQuality', 2015, 40, 'n-unknown'],
    ['simplerRoutines', 2015, 45, 'n-unknown'],
    ['actionPlan', 2015, 8, 'n-unknown'],
  ])
})

it('compares Norway with Sweden on synthetic rounds, says that they are, and has none without the demo', async () => {
  const path =
    '/api/v1/compare?rounds=ekommuneprisen-2014-synthetic,sveriges-digitaliseringskommun-2019-synthetic'
  await using plain = await createWorld()
  expect((await plain.stranger.fetch(path)).status).toBe(404)
  await using demo = await createWorld({ demo: true })
  const compared = (await (await demo.stranger.fetch(path)).json()) as {
    rounds: { country: string; kind: string; notice: string; n: number; rows: unknown[] }[]
    refusals: { dimension: string; reason: string; rounds: string[] }[]
  }
  expect(compared.rounds.map(({ country, kind, notice }) => [country, kind, notice.split(':')[0]])).toEqual([
    ['NO', 'synthetic', 'Synthetic data'],
    ['SE', 'synthetic', 'Synthetic data'],
  ])
  expect(compared.rounds.map(({ n, rows }) => n === rows.length && n > 250)).toEqual([true, true])
  expect(compared.refusals).toEqual([
    { dimension: 'TRU', reason: 'not-asked', rounds: ['sveriges-digitaliseringskommun-2019-synthetic'] },
  ])
})

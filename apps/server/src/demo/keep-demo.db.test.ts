import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import type { Context } from '../context.ts'
import { eachDialect } from '../db/each-dialect.ts'
import type { RoundRole } from '../db/taking-part.ts'
import { sceneOf } from '../entries/scene.ts'
import { csvOf } from '../open-data/csv.ts'
import { DEMO_PEOPLE, type DemoPerson } from '../people/demo-people.ts'
import { openDemo } from '../people/first-people.ts'
import { getDashboard } from '../responses/service.ts'
import { newestPublished, publishedVersion } from '../results/published.ts'
import { getRound } from '../rounds/get-round.ts'
import { openRubrics } from '../rubrics/open-rubrics.ts'
import { dropDemo, keepDemo } from './keep-demo.ts'

const plugins = fileURLToPath(new URL('../../../../plugins', import.meta.url))

eachDialect('synthetic rounds', open => {
  it('are made once, cover their countries, say everywhere that they are made up, and go without a trace', async () => {
    await using database = await open()
    const rubrics = await openRubrics(plugins)
    try {
      const installation = { ...sceneOf(database).installation, rubrics }
      await keepDemo(installation)
      const made = await newestPublished(installation.db)
      await keepDemo(installation)
      expect(await newestPublished(installation.db)).toEqual(made)
      expect(made.map(one => [one.roundId, one.version])).toEqual([
        ['ekommuneprisen-2014-synthetic', 1],
        ['sveriges-digitaliseringskommun-2019-synthetic', 1],
      ])
      const invited = {
        'ekommuneprisen-2014-synthetic': 446,
        'sveriges-digitaliseringskommun-2019-synthetic': 290,
      }
      for (const [id, units] of Object.entries(invited)) {
        const { snapshot } = await publishedVersion(installation.db, id)
        expect(snapshot.responses.reduce((sum, one) => sum + one.invited, 0)).toBe(units)
        expect([snapshot.round.kind, snapshot.round.notice?.split(':')[0]]).toEqual([
          'synthetic',
          'Synthetic data',
        ])
        expect([...new Set(snapshot.results.map(row => row.status))]).toEqual(['synthetic'])
        const lines = csvOf(snapshot).trimEnd().split('\r\n').slice(1)
        expect(lines.filter(line => !line.includes(',synthetic,')).length).toBe(0)
        expect(lines.length).toBe(snapshot.results.length)
      }
      await dropDemo(installation)
      expect(await newestPublished(installation.db)).toEqual([])
      expect(await installation.db.selectFrom('entry').select('id').execute()).toEqual([])
      expect(await verify(installation.db)).toBe(null)
    } finally {
      await rubrics.close()
    }
  })

  it('under way give each of the demo’s people something to do', async () => {
    await using database = await open()
    const rubrics = await openRubrics(plugins)
    const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-demo-'))
    try {
      const installation = { ...sceneOf(database).installation, rubrics, dataDir }
      await openDemo(installation)
      await keepDemo(installation)
      const { db } = installation
      const as = async (seat: RoundRole): Promise<Context> => {
        const { email, name, role } = DEMO_PEOPLE.find(one => one.seat === seat) as DemoPerson
        const { id } = await db
          .selectFrom('user')
          .select('id')
          .where('email', '=', email)
          .executeTakeFirstOrThrow()
        return { ...installation, user: { id, email, name }, role, organisation: null }
      }
      const may = async (seat: RoundRole, round: string) => {
        const { roles, can } = await getRound(await as(seat), round)
        return [roles.includes(seat), can.includes('entries.mine')]
      }
      for (const round of ['ekommuneprisen-2014-answering', 'ekommuneprisen-2014-checking']) {
        expect(await may('lead', round)).toEqual([true, true])
        expect(await may('desk', round)).toEqual([true, true])
      }
      const organiser = await as('observer')
      const { all } = await getDashboard(organiser, 'ekommuneprisen-2014-answering')
      expect([all.all, all.submitted, all.started, all.accepted + all.asked]).toEqual([15, 7, 3, 5])
      expect((await getDashboard(organiser, 'ekommuneprisen-2014-checking')).all.submitted).toBe(15)
    } finally {
      await rubrics.close()
      await rm(dataDir, { recursive: true })
    }
  })
})

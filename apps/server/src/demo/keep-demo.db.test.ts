import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { verify } from '../audit/service.ts'
import { eachDialect } from '../db/each-dialect.ts'
import { sceneOf } from '../entries/scene.ts'
import { csvOf } from '../open-data/csv.ts'
import { newestPublished, publishedVersion } from '../results/published.ts'
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
})

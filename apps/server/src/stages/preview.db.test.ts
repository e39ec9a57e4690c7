import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import { june, stagingScene } from './scene.fixture.ts'

eachDialect('a preview', open => {
  it('says when a stage changes and what it means for each role, for all that happens in that moment', async () => {
    await using database = await open()
    const { round, run } = await stagingScene(database)
    const preview = async (kind: string, change: 'opened' | 'closed' | 'repliesEnded') => {
      const { at, roles } = await run.api.stages.preview({ round, kind, change })
      const of = (role: string) => roles.find(one => one.role === role)
      return { at, roles: roles.map(one => one.role), of }
    }
    const survey = await preview('survey', 'opened')
    expect([survey.at, survey.roles]).toEqual([june(5), ['lead', 'contributor']])
    expect(survey.of('contributor')).toEqual({
      role: 'contributor',
      gains: { actions: ['answers.save', 'evidence.add', 'evidence.remove'], fields: [] },
      loses: { actions: [], fields: [] },
    })
    // The check ends, and replies begin.
    const check = await preview('verification', 'closed')
    expect(check.at).toBe(june(15))
    expect(check.of('lead')?.gains).toEqual({
      actions: ['evidence.add', 'replies.findings', 'replies.reply'],
      fields: ['answer.desk'],
    })
    // The jury waits for the replies to end.
    expect((await preview('jury', 'opened')).of('juror')).toBeUndefined()
    expect((await preview('verification', 'repliesEnded')).of('juror')?.gains.actions).toEqual([
      'evidence.read',
      'assessments.sheet',
    ])
    const undated = await preview('publication', 'opened')
    expect([undated.at, undated.roles]).toEqual([null, []])
  })
})

import { expect, it } from 'vitest'
import { eachDialect } from '../db/each-dialect.ts'
import { placeOf, reasonOf } from './scene.ts'

eachDialect('a link as evidence', open => {
  it.each([
    ['javascript:alert(1)', 'url'],
    ['file:///etc/passwd', 'url'],
    ['ftp://oslo.example/plan', 'url'],
    ['https://somebody:secret@oslo.example', 'url'],
    ['oslo.example', 'url'],
  ])('does not take %s for a link', async (url, path) => {
    await using database = await open()
    await using place = await placeOf(database)
    const { round, entry, lead } = place
    const link = {
      round,
      entry,
      question: 'plan',
      layer: 'claim',
      title: 'Plan',
      checkedOn: '2014-05-30',
    } as const
    expect(await reasonOf(lead.api.evidence.addLink({ ...link, url }))).toMatchObject({
      code: 'bad-input',
      path,
    })
  })

  it('takes a link with the day on which it was seen, which is not to come', async () => {
    await using database = await open()
    await using place = await placeOf(database)
    const { round, entry, lead } = place
    const link = {
      round,
      entry,
      question: 'plan',
      layer: 'claim',
      title: 'Plan',
      url: 'https://oslo.example/plan',
    } as const
    for (const checkedOn of ['2014-06-03', '2014-02-30', '', 'today'])
      expect(await reasonOf(lead.api.evidence.addLink({ ...link, checkedOn }))).toMatchObject({
        path: 'checkedOn',
      })
    const { id } = await lead.api.evidence.addLink({ ...link, checkedOn: '2014-06-01' })
    const seen = (await lead.api.answers.questionnaire({ round, entry })).evidence
    expect(seen.map(one => [one.id, one.kind, one.url, one.checkedOn])).toEqual([
      [id, 'link', 'https://oslo.example/plan', '2014-06-01'],
    ])
    expect((await place.get(id)).status).toBe(404)
  })
})

import { expect } from 'vitest'
import { it } from './stage.ts'

it('tells a tab that is behind, loses nothing that was typed there, and puts it on top of the newer save', async ({
  world,
  visit,
  complaints,
}) => {
  const { api } = await world.as('organiser')
  const { id } = await api.rounds.create.mutate({
    from: { edition: 'ekommuneprisen@2014' },
    title: 'Two tabs',
  })
  const early = await visit({ as: 'organiser' })
  const late = await visit({ as: 'organiser' })
  for (const page of [early, late]) {
    await page.goto(`/rounds/${id}/set-up`)
    await page.getByText('All changes are saved').waitFor()
  }
  await early.getByLabel('Description').fill('From the first tab')
  await expect.poll(async () => (await api.rounds.get.query({ id })).description).toBe('From the first tab')

  await late.getByRole('textbox', { name: 'Title' }).fill('From the second tab')
  const warning = late.getByRole('alert').filter({ hasText: 'Somebody else has saved in the meantime' })
  await warning.waitFor()
  expect(await late.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('From the second tab')
  expect((await api.rounds.get.query({ id })).title).toBe('Two tabs')

  await warning.getByRole('button', { name: 'Put mine on top' }).click()
  await late.getByText('All changes are saved').waitFor()
  expect(await late.getByRole('textbox', { name: 'Description' }).inputValue()).toBe('From the first tab')
  const { title, description } = await api.rounds.get.query({ id })
  expect([title, description]).toEqual(['From the second tab', 'From the first tab'])
  expect(complaints.map(complaint => complaint.replace(/ \(http.*/, ''))).toEqual([
    'Failed to load resource: the server responded with a status of 409 (Conflict)',
  ])
})

import { expect } from 'vitest'
import { it } from './stage.ts'

it('says at an unknown address that there is nothing, and leads back', async ({ visit, complaints }) => {
  const page = await visit()
  await page.goto('/no/such/place')
  await page.getByRole('heading', { level: 1, name: 'This page does not exist' }).waitFor()
  await page.getByRole('link', { name: 'To the rounds' }).click()
  await page.getByRole('heading', { level: 1, name: 'Rounds', exact: true }).waitFor()
  expect(complaints).toEqual([])
})

import { expect } from 'vitest'
import { it } from './stage.ts'

it.for([
  ['nb-NO', 'nb', 'Runder'],
  ['nn-NO', 'nn', 'Rundar'],
  ['sv-SE', 'sv', 'Omgångar'],
  ['en-GB', 'en', 'Rounds'],
  ['fr-FR', 'en', 'Rounds'],
])('greets a browser of %s in %s', async ([locale, lang, heading], { visit, complaints }) => {
  const page = await visit({ locale: locale ?? '' })
  await page.goto('/rounds')
  await page.getByRole('heading', { level: 1, name: heading ?? '', exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe(lang)
  expect(complaints).toEqual([])
})

it('keeps the language that was chosen, whatever the browser asks for', async ({ visit, complaints }) => {
  const page = await visit({ locale: 'nb-NO' })
  await page.goto('/rounds')
  await page.getByLabel('Språk').selectOption('Svenska')
  await page.getByRole('heading', { level: 1, name: 'Omgångar' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Omgångar' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('sv')
  expect(complaints).toEqual([])
})

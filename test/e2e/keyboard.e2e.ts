import { expect } from 'vitest'
import { focused, next, tabTo } from './by-keyboard.ts'
import { demoSignIn, it } from './stage.ts'

/** Nothing here touches a pointer. */

it('signs in, makes a draft and moves a weight by keyboard alone', async ({ world, visit, complaints }) => {
  const page = await visit()
  await page.goto('/rounds')
  await page.getByRole('link', { name: 'eKommuneprisen 2014 (syntetisk)' }).waitFor()

  const { email, password } = demoSignIn(world, 'organiser')
  await tabTo(page, 'Sign in')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await tabTo(page, 'E-mail')
  await page.keyboard.type(email)
  await page.keyboard.press('Tab')
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await page.getByText('Demo organiser').waitFor()

  await tabTo(page, 'New round')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'New round' })
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
  expect(await focused(page)).toBe('New round')

  await page.keyboard.press('Enter')
  await tabTo(page, 'Edition')
  await page.keyboard.type('eKommuneprisen 2014')
  await tabTo(page, 'Make the draft')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: /^The eKommune Award \d{4}$/ }).waitFor()

  await tabTo(page, /Criteria and weights$/)
  await page.keyboard.press('Enter')
  await page.getByText(/^0 of \d+ change category rank/).waitFor()
  await tabTo(page, 'Weight of Digital dialogue')
  await page.keyboard.press('ArrowUp')
  await page.getByText(/^[1-9]\d* of \d+ change category rank/).waitFor()
  await page.getByText('All changes are saved').waitFor()
  expect(await focused(page)).toBe('Weight of Digital dialogue')
  expect(complaints).toEqual([])
})

it('begins with the way past the menu, and leads through the menu to the views of the results', async ({
  visit,
}) => {
  const page = await visit()
  await page.goto('/rounds/ekommuneprisen-2014-synthetic/results')
  await page.getByRole('table', { name: 'Results by entry' }).waitFor()
  expect([await next(page), await next(page)]).toEqual(['Skip to the content', 'Tumstock'])
  for (const noun of ['Rounds', 'Compare', 'Rubrics', 'Units']) await tabTo(page, noun)
  await tabTo(page, 'Criteria')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'Criteria' }).and(page.locator('[aria-current=page]')).waitFor()

  await page.reload()
  await page.getByRole('link', { name: 'Criteria' }).waitFor()
  await next(page)
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator('main:focus').count()).toBe(1)
  expect(await next(page)).toBe('Rounds')
})

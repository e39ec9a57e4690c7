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

it.for(['/rounds/no-such-round', '/rounds/no-such-round/results'])(
  'says at %s that there is no such round',
  async (path, { visit }) => {
    const page = await visit()
    await page.goto(path)
    await page.getByRole('alert').getByText('There is no round no-such-round').waitFor()
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
  },
)

it.for(['/people', '/audit', '/rounds/ekommuneprisen-2014-synthetic/entries'])(
  'asks a stranger at %s to sign in, and comes back there',
  async (path, { world, visit }) => {
    const page = await visit()
    await page.goto(path)
    await page.getByText('Sign in to see this page.').waitFor()
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click()
    const { email, password } = world.signIns[0] ?? { email: '', password: '' }
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.waitForURL(`${world.url}${path}`)
    await expect.poll(() => page.getByText('Sign in to see this page.').count()).toBe(0)
  },
)

it('says when the server fails, and tries again when asked', async ({ visit }) => {
  const page = await visit()
  await page.route(/\/api\/trpc\/.*rounds\.list/, route =>
    route.fulfill({ status: 500, body: 'out of order' }),
  )
  await page.goto('/rounds')
  const alert = page.getByRole('alert').filter({ hasText: 'Something went wrong' })
  await alert.waitFor()
  await page.unroute(/\/api\/trpc\/.*rounds\.list/)
  await alert.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('link', { name: 'eKommuneprisen 2014 (syntetisk)' }).waitFor()
})

it('keeps a stranger out with the same words, whoever is guessed', async ({ visit, world }) => {
  const page = await visit()
  await page.goto('/sign-in')
  for (const email of [world.signIns[1]?.email ?? '', 'nobody@tumstock.example']) {
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    await page.getByRole('alert').getByText('The e-mail or the password is wrong.').waitFor()
  }
})

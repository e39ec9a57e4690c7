import { expect } from 'vitest'
import { codeOf } from '../world/totp.ts'
import { it } from './stage.ts'

const PERSON = { name: 'Lead of Dovre', email: 'lead@dovre.example', role: 'organiser' } as const

it('signs in by a link, sets up a second factor and is asked for it from then on, by the keyboard alone', async ({
  world,
  visit,
  complaints,
}) => {
  const admin = await world.as('admin')
  await admin.api.people.create.mutate({ ...PERSON, language: 'nb' })
  const page = await visit({ locale: 'nb-NO', width: 380, height: 800 })
  const sendLink = async () => {
    await page.goto('/sign-in?to=/account')
    await page.getByLabel('E-post').fill(PERSON.email)
    await page.getByRole('button', { name: 'Send meg en lenke' }).press('Enter')
    await page.getByText(`Hvis ${PERSON.email} har tilgang her`).waitFor()
  }
  const linkSent = async () => {
    const { letters } = await admin.api.mail.list.query({ cursor: null })
    return letters.flatMap(({ recipient, text }) =>
      recipient === PERSON.email ? (/\/sign-in\/link#\S+/.exec(text ?? '')?.[0] ?? []) : [],
    )[0]
  }
  await sendLink()
  await expect.poll(linkSent, { timeout: 15_000 }).toMatch(/^\/sign-in\/link#/)
  await page.goto((await linkSent()) ?? '')
  await page.getByRole('main').getByRole('button', { name: 'Logg inn' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()

  await page.getByRole('link', { name: `Konto: ${PERSON.name}` }).press('Enter')
  await page.getByRole('button', { name: 'Slå på totrinnsinnlogging' }).press('Enter')
  await page.getByRole('button', { name: 'Neste' }).press('Enter')
  await page.getByRole('img', { name: 'QR-kode for autentiseringsappen' }).waitFor()
  const key = (await page.locator('code').textContent())?.replaceAll(' ', '') ?? ''
  const uri = `otpauth://totp/Tumstock?secret=${key}`
  await page.getByLabel('Kode på seks sifre').fill('12')
  await page.getByRole('button', { name: 'Slå på', exact: true }).press('Enter')
  await page.getByText('Skriv de seks sifrene.').waitFor()
  await page.getByLabel('Kode på seks sifre').fill(codeOf(uri))
  await page.getByLabel('Kode på seks sifre').press('Enter')
  const codes = page.getByRole('region', { name: 'Totrinnsinnlogging' }).getByRole('listitem')
  await expect.poll(() => codes.count(), { timeout: 15_000 }).toBe(10)
  const backupCode = (await codes.first().textContent()) ?? ''
  await page.getByRole('button', { name: 'Jeg har tatt vare på dem' }).press('Enter')
  await page.getByText('På. Innloggingen ber om en kode').waitFor()

  await page.getByRole('button', { name: 'Velg et passord' }).press('Enter')
  await page.getByLabel('Nytt passord').fill('password of Dovre')
  await page.getByLabel('Nytt passord').press('Enter')
  await page.getByText('Passordet er lagret.').waitFor()

  const signIn = async () => {
    await page.getByRole('button', { name: 'Logg ut', exact: true }).press('Enter')
    await page.getByLabel('E-post').fill(PERSON.email)
    await page.getByLabel('Passord').fill('password of Dovre')
    await page.getByLabel('Passord').press('Enter')
    await page.getByRole('heading', { level: 2, name: 'Ett trinn til' }).waitFor()
  }
  await signIn()
  await page.getByLabel('Kode på seks sifre').fill(codeOf(uri))
  await page.getByLabel('Kode på seks sifre').press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()
  await signIn()
  await page.getByRole('button', { name: 'Bruk en reservekode' }).press('Enter')
  await page.getByLabel('Reservekode').fill('wrong-wrong')
  await page.getByLabel('Reservekode').press('Enter')
  await page.getByText('Koden er feil, eller den er brukt.').waitFor()
  await page.getByLabel('Reservekode').fill(backupCode)
  await page.getByLabel('Reservekode').press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Runder' }).waitFor()
  expect(complaints.filter(complaint => !complaint.includes('401'))).toEqual([])
})

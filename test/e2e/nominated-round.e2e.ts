import type { Page } from 'playwright-core'
import { expect, vi } from 'vitest'
import type { Visitor } from '../world/create-world.ts'
import { accessible, inBoth, LANGUAGES, PHONE } from './accessible.ts'
import { tabTo } from './by-keyboard.ts'
import {
  accepted,
  answer,
  contactOf,
  endNominations,
  forward,
  MUNICIPALITIES,
  nominate,
  seedNominating,
} from './nominated-seed.ts'
import { follow, type Person, tokenTo } from './seat.ts'
import { it as base } from './stage.ts'

const PATIENCE = { timeout: 20_000 }

const it = base
  .extend('seeded', { scope: 'file' }, ({ world }) => seedNominating(world))
  .extend('entries', { scope: 'file' }, () => new Map<string, string>())
  .extend('people', { scope: 'file' }, () => new Map<string, Person>())

it('lets a stranger nominate with a telephone and a keyboard, and writes to them what they sent', async ({
  seeded,
  visit,
  complaints,
}) => {
  const { round, admin, organiser } = seeded
  const page = await visit({ locale: LANGUAGES.sv, ...PHONE })
  await page.goto(`/nominate/${round}`)
  await page
    .getByRole('heading', { level: 1, name: 'Nominera till Sveriges DigitaliseringsKommun' })
    .waitFor()
  await accessible(page, 'sv')
  await tabTo(page, 'Kommun')
  await page.keyboard.type('Mora')
  await page.getByRole('button', { name: /^Mora/ }).waitFor()
  await tabTo(page, /^Mora /)
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /^Ta bort Mora/ }).waitFor()
  await tabTo(page, /mest stolt över, och för vem/)
  await page.keyboard.type('Alla e-tjänster på ett ställe.')
  await tabTo(page, /^I alla verksamheter/)
  await page.keyboard.press('ArrowDown')
  await tabTo(page, 'Vilka lärdomar har kommunen dragit, och vad gör ni annorlunda i dag?')
  await page.keyboard.type('Fråga först.')

  // What is missing is said where the focus goes.
  await tabTo(page, 'Skicka nomineringen')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.locator(':focus').textContent()).toMatch(/^Något saknas/)
  await tabTo(page, 'Ditt namn')
  await page.keyboard.type('Resident of Mora')
  await page.keyboard.press('Tab')
  await page.keyboard.type('resident@mora.example')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Tack för att du har nominerat Mora' }).waitFor()
  await accessible(page, 'sv')

  const letter = await vi.waitUntil(async () => {
    const { letters } = await admin.mail.list.query({})
    return letters.find(one => one.recipient === 'resident@mora.example')
  }, PATIENCE)
  expect(letter.text).toContain('Alla e-tjänster på ett ställe.')
  const [{ answers, units } = { answers: {}, units: [] }] = await organiser.nominations.list.query({ round })
  expect([units.map(unit => unit.id), answers]).toEqual([
    [MUNICIPALITIES.Mora],
    { proud: 'Alla e-tjänster på ett ställe.', reach: 'several', lessons: 'Fråga först.' },
  ])
  const norwegian = await visit({ locale: LANGUAGES.nb, ...PHONE })
  await norwegian.goto(`/nominate/${round}`)
  await norwegian.getByRole('heading', { level: 1, name: /^Nominer/ }).waitFor()
  await accessible(norwegian, 'nb')
  expect(complaints).toEqual([])
})

it('lets the organiser send nominations on, and put one aside', async ({
  seeded,
  entries,
  visit,
  complaints,
}) => {
  const { round, organiser, world } = seeded
  await nominate(world.stranger.api, round, 'Mora')
  await nominate(world.stranger.api, round, 'Rättvik')
  const page = await visit({ as: 'organiser', locale: LANGUAGES.sv })
  await page.goto(`/rounds/${round}/nominations`)
  const [mora] = await cards(page, 'Mora')
  await mora?.getByText('2 nomineringar av samma').waitFor()
  await mora?.getByRole('button', { name: 'Skicka vidare' }).click()
  const dialog = page.getByRole('dialog')
  const { email, name } = contactOf('Mora')
  await dialog.getByLabel('Kontaktens e-postadress').fill(email)
  await dialog.getByLabel('Namn (kan utelämnas)').fill(name)
  await dialog.getByRole('button', { name: 'Skicka vidare' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const [other] = await cards(page, 'Mora')
  await other?.getByRole('button', { name: 'Skicka vidare' }).click()
  await dialog.getByText('är redan med. Nomineringen läggs bredvid').waitFor()
  await dialog.getByRole('button', { name: 'Avbryt' }).click()
  const [rattvik] = await cards(page, 'Rättvik')
  await rattvik?.getByRole('button', { name: 'Lägg åt sidan' }).click()
  await dialog.getByRole('textbox').fill('Samma arbete vann förra året.')
  await dialog.getByRole('button', { name: 'Lägg åt sidan' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const list = await organiser.nominations.list.query({ round })
  expect(list.map(one => [one.units[0]?.id, one.state])).toEqual([
    [MUNICIPALITIES.Mora, 'forwarded'],
    [MUNICIPALITIES.Mora, 'received'],
    [MUNICIPALITIES.Rättvik, 'dismissed'],
  ])
  expect(await forward(seeded, 'Mora')).toBe(list[0]?.entry?.id)
  entries.set('Mora', list[0]?.entry?.id ?? '')
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/nominations?state=forwarded`, until: 'h2' })
  expect(complaints).toEqual([])
})

it('takes the nominated municipality from its letter to what it sends in', async ({
  seeded,
  entries,
  visit,
  complaints,
}) => {
  const { round, admin, organiser } = seeded
  const entry = entries.get('Mora') ?? ''
  const page = await visit({ locale: LANGUAGES.sv, ...PHONE, person: 'lead of Mora' })
  const path = `/join/${await tokenTo(admin, contactOf('Mora').email)}`
  await page.goto(path)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await accessible(page, 'sv')
  const { completeUntil } = (await organiser.nominations.list.query({ round }))[0]?.entry ?? {}
  await page.getByText(dayOf(completeUntil)).waitFor()
  await page.getByRole('button', { name: 'Delta' }).click()
  await page.waitForURL(/\/mine$/)
  await page.getByRole('button', { name: 'Tacka ja' }).waitFor()
  await accessible(page, 'sv')
  await tabTo(page, 'Tacka ja')
  await page.keyboard.press('Enter')
  await page.getByLabel('Så deltar vi').waitFor()
  await page.getByRole('link', { name: 'Svara', exact: true }).click()
  const proud = page.locator('[data-question=proud]')
  await expect
    .poll(() => proud.getByRole('textbox').inputValue(), PATIENCE)
    .toBe('Alla e-tjänster på ett ställe.')
  await accessible(page, 'sv')
  await proud.getByRole('textbox').fill('Alla e-tjänster på ett ställe, för alla.')
  await page.getByText('Alla svar är sparade').waitFor()
  const session = await page.context().storageState()
  for (const screen of ['mine', `answer/${entry}`])
    await inBoth(visit, { session, path: `/rounds/${round}/${screen}`, until: 'h2' })
  expect(complaints).toEqual([])
})

it('ends what is not answered in time, and what is declined', async ({ seeded }) => {
  const { round, organiser, world } = seeded
  await nominate(world.stranger.api, round, 'Boden')
  await nominate(world.stranger.api, round, 'Skellefteå')
  const declining = await forward(seeded, 'Boden')
  const { api } = await follow(seeded, contactOf('Boden'))
  await api.entries.respond.mutate({ round, entry: declining, accept: false, reason: 'Inte i år.' })
  const silent = await forward(seeded, 'Skellefteå', new Date(Date.now() + 1500).toISOString())
  const stateOf = async (entry: string) =>
    (await organiser.entries.list.query({ round })).find(one => one.id === entry)?.state
  await vi.waitUntil(async () => (await stateOf(silent)) === 'declined', PATIENCE)
  expect(await stateOf(declining)).toBe('declined')
  const silentLead = await follow(seeded, contactOf('Skellefteå'))
  const late = await silentLead.api.entries.respond
    .mutate({ round, entry: silent, accept: true })
    .catch((error: Error) => error.message)
  expect(late).toMatch(/^The time to answer ended at /)
})

it('makes one entry of three municipalities, answered by who answered for one of them', async ({
  seeded,
  entries,
  people,
  visit,
  complaints,
}) => {
  const { round, organiser } = seeded
  const orsa = await accepted(seeded, 'Orsa')
  people.set('Orsa', orsa)
  const page = await visit({ as: 'organiser', locale: LANGUAGES.sv })
  await page.goto(`/rounds/${round}/entries?entry=${entries.get('Mora')}`)
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('button', { name: 'Slå ihop med andra' }).click()
  for (const name of ['Orsa', 'Älvdalen']) {
    await drawer.getByRole('searchbox').fill(name)
    await drawer.getByRole('button', { name: new RegExp(`^${name}`) }).click()
  }
  await drawer.getByLabel('Det gemensamma bidragets rubrik').fill('Mora, Orsa och Älvdalen')
  await drawer.getByLabel('Motivering').fill('En gemensam digitaliseringsenhet.')
  await drawer.getByRole('button', { name: 'Slå ihop' }).click()
  await drawer.getByRole('heading', { name: 'Mora, Orsa och Älvdalen' }).waitFor()
  const list = await organiser.entries.list.query({ round })
  const joint = list.find(one => one.id === entries.get('Mora'))
  expect(joint?.units.map(unit => unit.id)).toEqual([
    MUNICIPALITIES.Mora,
    MUNICIPALITIES.Orsa,
    MUNICIPALITIES.Älvdalen,
  ])
  // Who leads Orsa answers for all three from now on.
  await answer(orsa.api, { round, entry: joint?.id ?? '' }, 80)
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/entries`, until: 'a[href*="entry="]' })
  await inBoth(visit, {
    as: 'organiser',
    path: `/rounds/${round}/entries?entry=${joint?.id}`,
    until: 'dialog h2',
  })
  expect(complaints).toEqual([])
})

it('lets each choose how to take part, and the lead send in for all', async ({
  seeded,
  entries,
  visit,
  complaints,
}) => {
  const { round, organiser } = seeded
  const sundsvall = await accepted(seeded, 'Sundsvall')
  const page = await visit({ session: sundsvall.session, locale: LANGUAGES.nb })
  await page.goto(`/rounds/${round}/mine`)
  await page.getByLabel('Slik deltar vi').selectOption('anonymous')
  await page.getByText('Vises for andre uten navn').waitFor()
  for (const [place, participation, ability] of [
    ['Sundsvall', 'anonymous', 90],
    ['Leksand', 'benchmark', 70],
    ['Umeå', 'contribute', 60],
    ['Värmdö', 'compete', 75],
  ] as const) {
    const { api, entry } = place === 'Sundsvall' ? sundsvall : await accepted(seeded, place)
    if (place !== 'Sundsvall')
      await api.entries.choose.mutate({ round, entry, participation, language: 'sv' })
    await answer(api, { round, entry }, ability)
    await api.answers.submit.mutate({ round, entry })
    entries.set(place, entry)
  }
  const lead = await visit({ person: 'lead of Mora' })
  await lead.goto(`/rounds/${round}/answer/${entries.get('Mora')}`)
  await lead.getByRole('link', { name: 'Skicka in' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Skicka in nu' }).click()
  await lead.getByRole('heading', { name: 'Kvitto' }).waitFor()
  await accessible(lead, 'sv')
  await endNominations(seeded)
  await organiser.results.evaluate.mutate({ round })
  const { rows } = await organiser.results.get.query({ round })
  // Who contributes has no row; nobody has a place before the jury has marked what they wrote.
  expect(rows.map(row => [row.name, row.rank, row.participation ?? null])).toEqual([
    ['Leksand', null, 'benchmark'],
    ['Mora, Orsa och Älvdalen', null, null],
    ['Värmdö', null, null],
    ['Sundsvall', null, 'anonymous'],
  ])
  expect(complaints).toEqual([])
})

it('keeps the nominees to the organiser until they are announced, and shows them to everybody then', async ({
  seeded,
  entries,
  people,
  visit,
  complaints,
}) => {
  const { round, organiser, world } = seeded
  const orsa = people.get('Orsa')
  if (!orsa) throw new Error('Nobody answers for Orsa.')
  const page = await visit({ as: 'organiser', locale: LANGUAGES.sv })
  await page.goto(`/rounds/${round}/shortlist`)
  const award = page.getByRole('region', { name: 'Sveriges DigitaliseringsKommun' })
  await award.getByRole('article').first().waitFor()
  // Only who competes can be nominated, and only what is sent in.
  expect(await award.getByRole('article').getByRole('link').allInnerTexts()).toEqual([
    'Mora, Orsa och Älvdalen',
    'Värmdö',
  ])
  await award.getByRole('button', { name: 'Nominera Mora, Orsa och Älvdalen' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Motivering på svenska').fill('Tre kommuner, en väg in.')
  await dialog.getByLabel('Motivering på norskt bokmål').fill('Tre kommuner, én vei inn.')
  await dialog.getByRole('button', { name: 'Nominera' }).click()
  await dialog.waitFor({ state: 'hidden' })
  const varmdo = { round, award: 'winner', entry: entries.get('Värmdö') ?? '' }
  await organiser.shortlist.set.mutate({ ...varmdo, reasons: { sv: 'Kunskap som delas.' } })
  await page.getByLabel('Offentlig från (din tid)').fill('2099-05-10T10:00')
  await page.getByRole('button', { name: 'Tillkännage', exact: true }).click()
  await dialog.getByRole('button', { name: 'Tillkännage' }).click()
  await page.getByText('Listan blir offentlig 10 maj 2099').waitFor()
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/shortlist`, until: 'article' })
  await inBoth(visit, { path: `/nominees/${round}`, until: 'h2' })
  await inBoth(visit, { as: 'organiser', path: `/nominees/${round}`, until: 'article' })

  const hidden = ['Kunskap som delas', 'Tre kommuner', '2099-05-10']
  const told = async (who: Parameters<typeof reads>[0]) => {
    const texts = await reads(who, round)
    return hidden.filter(words => texts.some(text => text.includes(words)))
  }
  expect(await told(await world.as('organiser'))).toEqual(hidden)
  const strangers = await reads(world.stranger, round)
  const unknown = await reads(world.stranger, 'no-such-round')
  expect(strangers).toEqual(unknown.map(text => text.replaceAll('no-such-round', round)))
  expect(await told({ api: orsa.api, fetch: world.stranger.fetch })).toEqual([])

  await organiser.shortlist.announce.mutate({ round, at: new Date().toISOString() })
  await inBoth(visit, { path: `/nominees/${round}`, until: 'article' })
  const reader = await visit({ locale: LANGUAGES.nb, ...PHONE })
  await reader.goto(`/nominees/${round}`)
  const nominees = reader.getByRole('article')
  await nominees.first().waitFor()
  expect(await nominees.locator('h3, blockquote').allTextContents()).toEqual([
    ...['Mora, Orsa och Älvdalen', 'Tre kommuner, én vei inn.'],
    ...['Värmdö', 'Kunskap som delas.'],
  ])
  const data = await world.stranger.fetch(`/api/v1/rounds/${round}/nominees.json`)
  const { awards } = (await data.json()) as { awards: { nominees: { units: { id: string }[] }[] }[] }
  expect(awards.map(one => one.nominees.map(({ units }) => units.map(unit => unit.id)))).toEqual([
    [[MUNICIPALITIES.Mora, MUNICIPALITIES.Orsa, MUNICIPALITIES.Älvdalen], [MUNICIPALITIES.Värmdö]],
  ])
  expect(complaints).toEqual([])
})

/** What somebody is told who asks for everything in which nominees could stand. */
async function reads({ api, fetch }: Pick<Visitor, 'api' | 'fetch'>, round: string): Promise<string[]> {
  const asked = [
    api.shortlist.list.query({ round }),
    api.shortlist.candidates.query({ round }),
    api.rounds.get.query({ id: round }),
    api.stages.timeline.query({ round }),
    api.entries.list.query({ round }),
    api.nominations.list.query({ round }),
    api.results.get.query({ round }),
    api.results.publications.query({ round }),
    api.results.compare.query({ rounds: [round] }),
    fetch(`/api/v1/rounds/${round}/nominees.json`).then(answer => answer.text()),
    fetch(`/api/v1/rounds/${round}/results.json`).then(answer => answer.text()),
    fetch(`/api/v1/compare?rounds=${round}`).then(answer => answer.text()),
  ]
  const told = await Promise.allSettled(asked)
  return told.map(one =>
    one.status === 'fulfilled' ? JSON.stringify(one.value) : (one.reason as Error).message,
  )
}

const dayOf = (at: string | null = null) =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'medium' }).format(new Date(at ?? 0))

const cards = async (page: Page, name: string) => {
  const found = page.getByRole('article', { name: new RegExp(`^${name}`) })
  await found.first().waitFor()
  return found.all()
}

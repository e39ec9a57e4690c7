import { expect } from 'vitest'
import { accessible, inBoth, LANGUAGES, PHONE } from './accessible.ts'
import { tabTo } from './by-keyboard.ts'
import {
  ASKED,
  contactOf,
  fromPage,
  inDays,
  move,
  NAMES,
  newcomers,
  of,
  othersAnswer,
  question,
  refused,
  seatJudges,
  typed,
} from './lived-seed.ts'
import { inviteByList, setUp } from './lived-set-up.ts'
import { follow, type Person, tokenTo } from './seat.ts'
import { it as base } from './stage.ts'

/** Each test goes on where the one before it has ended, as a round does. */
const it = base.extend('lived', { scope: 'file' }, ({ world }) => newcomers(world))

const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 20_000 })

it('lets an organiser set a round up with checks and visits, and invite 12 municipalities and 3 counties', async ({
  lived,
  visit,
  complaints,
}) => {
  const page = await visit({ as: 'organiser' })
  lived.round = await setUp(page)
  const { round, organiser } = lived
  const { stages } = await organiser.rounds.get.query({ id: round })
  expect(stages.map(({ kind, replyUntil }) => [kind, replyUntil !== null])).toEqual([
    ['survey', false],
    ['verification', true],
    ['shortlist', false],
    ['siteVisit', true],
    ['jury', false],
    ['publication', false],
  ])
  await inviteByList(page, round)
  for (const { id, name } of await organiser.entries.list.query({ round })) lived.entries.set(name, id)
  expect([...lived.entries.keys()].sort()).toEqual([...NAMES].sort())
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/stages`, until: 'h3' })
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/entries`, until: 'a[href*="entry="]' })
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/mail`, until: 'li, td' })
  expect(complaints).toEqual([])
})

it('takes a lead from the letter to the questionnaire, with a colleague for one area', async ({
  lived,
  visit,
  complaints,
}) => {
  const { round, admin, organiser } = lived
  const entry = of(lived.entries, 'Dovre')
  const page = await visit({ locale: LANGUAGES.nb, ...PHONE, person: 'lead of Dovre' })
  await page.goto(`/join/${await tokenTo(admin, contactOf('Dovre').email)}`)
  await page.getByRole('heading', { level: 1, name: 'eKommuneprisen' }).waitFor()
  await accessible(page, 'nb')
  await page.getByRole('button', { name: 'Delta' }).click()
  await page.waitForURL(/\/mine$/)
  await page.getByRole('button', { name: 'Takk ja' }).click()
  await page.getByRole('link', { name: 'Svar', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Digital dialog' }).waitFor()

  await page.getByRole('link', { name: 'Kolleger' }).click()
  await page.getByRole('button', { name: 'Be inn en kollega' }).click()
  const dialog = page.getByRole('dialog', { name: 'Be inn en kollega' })
  const colleague = { name: 'Adviser in Dovre', email: 'adviser@dovre.example' }
  await dialog.getByLabel('Navn').fill(colleague.name)
  await dialog.getByLabel('E-post').fill(colleague.email)
  await dialog.getByLabel('Plan, bygg og geodata').check()
  await dialog.getByRole('button', { name: 'Send brevet' }).click()
  await page.getByText('Brevet til Adviser in Dovre er på vei.').waitFor()
  await accessible(page, 'nb')

  const adviser = await follow(lived, colleague)
  const theirs = await visit({ session: adviser.session, locale: LANGUAGES.sv })
  await theirs.goto(`/rounds/${round}/answer/${entry}`)
  await theirs.getByRole('heading', { level: 2, name: 'Plan, bygg' }).waitFor()
  expect(
    await refused({
      strategy: adviser.api.answers.save.mutate({
        round,
        entry,
        question: 'strategy',
        value: 'yes',
        version: 0,
      }),
      submit: adviser.api.answers.submit.mutate({ round, entry }),
    }),
  ).toEqual(['strategy', 'submit'])
  await question(theirs, 'geodata').getByText('Ja', { exact: true }).click()
  await theirs.getByText('Alla svar är sparade').waitFor()

  // One answer by keyboard, and evidence behind another; the rest as others do.
  await page.goto(`/rounds/${round}/answer/${entry}`)
  await question(page, 'digitalPost').waitFor()
  await tabTo(page, 'Ja')
  await page.keyboard.press('Space')
  await page.getByText('Alle svar er lagret').waitFor()
  await page.goto(`/rounds/${round}/answer/${entry}?area=Strategisk+ledelse+og+IKT`)
  const strategy = question(page, 'strategy')
  await strategy.getByText('Ja, vedtatt').click()
  await strategy.locator('input[type=file]').setInputFiles({
    name: 'Strategi.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await strategy.getByRole('link', { name: 'Strategi.pdf' }).waitFor()
  await page.getByText('Alle svar er lagret').waitFor()
  const { answers } = await organiser.answers.questionnaire.query({ round, entry })
  expect(Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]))).toEqual({
    digitalPost: 'yes',
    strategy: 'yes',
    geodata: 'yes',
  })
  await accessible(page, 'nb')
  lived.leads.set('Dovre', await fromPage(lived, page))
  expect(complaints).toEqual([])
})

it('shows the organiser live who answers, reminds the rest, gives one more time and closes', async ({
  lived,
  visit,
  complaints,
}) => {
  const { round, organiser } = lived
  const dovre = of(lived.entries, 'Dovre')
  const lead = await visit({ person: 'lead of Dovre' })
  const page = await visit({ as: 'organiser' })
  await page.goto(`/rounds/${round}/responses`)
  const submitted = page
    .getByLabel('The response in figures')
    .locator('div', { has: page.getByText('Submitted', { exact: true }) })
    .getByRole('definition')
  await eventually(() => submitted.textContent()).toBe('0of 15')
  await othersAnswer(lived)
  // Eleven send in, Røst and Dovre are under way: the open page says so by itself.
  await eventually(() => submitted.textContent()).toBe('11of 15')
  await page.getByLabel('Target for All entries, per cent').fill('80')
  await page.getByLabel('Target for All entries, per cent').blur()
  await page.getByText('target 80%, 1 to go').waitFor()

  await page.getByRole('button', { name: 'Remind' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Not started').uncheck()
  await dialog.getByText('2 entries will be written to.').waitFor()
  await dialog.getByRole('button', { name: 'Send now' }).click()
  await dialog.getByText('2 letters are on their way.').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  expect((await organiser.reminders.list.query({ round })).map(one => one.recipients)).toEqual([2])
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/responses`, until: 'table, ul' })

  // The rest of Dovre's answers, and the receipt.
  const { api } = of(lived.leads, 'Dovre')
  for (const [question, [best]] of Object.entries(ASKED))
    if (!['digitalPost', 'strategy', 'geodata'].includes(question))
      await api.answers.save.mutate({ round, entry: dovre, question, value: best, version: 0 })
  await lead.goto(`/rounds/${round}/answer/${dovre}`)
  await lead.getByRole('link', { name: 'Send inn' }).click()
  await lead.getByRole('dialog').getByRole('button', { name: 'Send inn nå' }).click()
  await lead.getByRole('heading', { name: 'Kvittering' }).waitFor()
  await page.getByText('target 80% reached').waitFor()

  await page.goto(`/rounds/${round}/stages`)
  await page.getByRole('button', { name: /^More time for one/ }).click()
  await dialog.getByLabel('Entry').selectOption('Røst')
  await dialog.getByLabel('Until').fill(typed(inDays(9)))
  await dialog.getByLabel('Reason').fill('The power was out.')
  await dialog.getByRole('button', { name: 'Give more time' }).click()
  await page.getByText(/^Røst has until .*: The power was out\.$/).waitFor()
  await move(lived, { survey: { to: new Date().toISOString() } })
  const late = (name: 'Røst' | 'Tromsø') => {
    const entry = of(lived.entries, name)
    const change = { round, entry, question: 'digitalPlans', value: 'no', version: 0 }
    return of(lived.leads, name).api.answers.save.mutate(change)
  }
  expect(await refused({ Røst: late('Røst'), Tromsø: late('Tromsø') })).toEqual(['Tromsø'])
  await of(lived.leads, 'Røst').api.answers.submit.mutate({ round, entry: of(lived.entries, 'Røst') })
  expect(complaints).toEqual([])
})

it('gives each desk assessor as many entries, and takes one away at a conflict', async ({
  lived,
  visit,
  complaints,
}) => {
  const { round, organiser, seated } = lived
  await seatJudges(lived)
  const page = await visit({ as: 'organiser' })
  await page.goto(`/rounds/${round}/people?view=assignments`)
  await page.getByRole('button', { name: 'Assign evenly' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Assign 15 entries' }).click()
  await page.getByText('Every entry has somebody.').waitFor()
  const has = async (person: string) => {
    const { assignments } = await organiser.seats.list.query({ round })
    return assignments.filter(one => one.person === person).map(one => one.entry)
  }
  const first = of(seated, 'desk')
  const second = of(seated, 'second desk')
  const [one, other] = [await has(first.id), await has(second.id)]
  expect([one.length, other.length].sort()).toEqual([7, 8])
  const dovre = of(lived.entries, 'Dovre')
  if (!one.includes(dovre)) seated.set('desk', second).set('second desk', first)

  const [known = ''] = (one.includes(dovre) ? other : one).filter(entry => entry !== dovre)
  const partial = of(seated, 'second desk')
  await move(lived, { verification: { from: new Date().toISOString() } })
  const assessor = await visit({ session: partial.session })
  await assessor.goto(`/rounds/${round}/assess/${known}`)
  await assessor.getByRole('button', { name: 'I have a conflict' }).click()
  const dialog = assessor.getByRole('dialog')
  await dialog.getByLabel('Reason').fill('I used to work there.')
  await dialog.getByRole('button', { name: 'Give it back' }).click()
  await assessor.waitForURL(/\/assess$/)
  await assessor.getByRole('table').waitFor()
  expect(await assessor.locator(`a[href$="${known}"]`).count()).toBe(0)
  expect(
    await refused({
      theirs: partial.api.assessments.sheet.query({ round, entry: known }),
      others: partial.api.assessments.sheet.query({ round, entry: dovre }),
    }),
  ).toEqual(['theirs', 'others'])
  await page.reload()
  await page.getByText('1 entry has nobody').waitFor()

  // Who only looks on sees how far entries are; the jury, which does not sit yet, sees nothing of them.
  const content = ({ api }: Pick<Person, 'api'>) =>
    refused({
      questionnaire: api.answers.questionnaire.query({ round, entry: dovre }),
      answers: api.entries.answers.query({ round, entry: dovre }),
      sheet: api.assessments.sheet.query({ round, entry: dovre }),
      findings: api.replies.findings.query({ round, entry: dovre }),
      seats: api.seats.list.query({ round }),
    })
  const all = ['questionnaire', 'answers', 'sheet', 'findings', 'seats']
  for (const role of ['juror', 'chair', 'observer'] as const)
    expect([role, await content(of(seated, role))]).toEqual([role, all])
  const { session } = of(seated, 'observer')
  await inBoth(visit, { session, path: `/rounds/${round}/responses`, until: 'table, ul' })
  await inBoth(visit, {
    as: 'organiser',
    path: `/rounds/${round}/people?view=assignments`,
    until: 'table, li',
  })
  await inBoth(visit, { session: partial.session, path: `/rounds/${round}/assess`, until: 'table, li' })
  expect(complaints).toEqual([])
})

it('takes a finding from the desk by keyboard over an objection to its answer', async ({
  lived,
  visit,
  complaints,
}) => {
  const { round, seated } = lived
  const entry = of(lived.entries, 'Dovre')
  const desk = of(seated, 'desk')
  const page = await visit({ session: desk.session })
  await page.goto(`/rounds/${round}/assess/${entry}?area=Digital+dialog`)
  await page.getByRole('heading', { level: 1, name: 'Dovre' }).waitFor()
  // The first question of the sheet has no answer; the second is found to hold in part.
  await question(page, 'digitalPost').focus()
  await page.keyboard.press('d')
  const found = question(page, 'digitalPost')
  await tabTo(page, 'What you found')
  await page.keyboard.type('Partly')
  await tabTo(page, /sure$/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Reason \(needed/)
  await page.keyboard.type('Letters to companies go by post.')
  await found.getByText(/^Saved /).waitFor()
  const at = { round, entry, layer: 'desk', version: 0 } as const
  const no = { verdict: 'differ', value: 'no', confidence: 3, reason: 'It was never adopted.' } as const
  await desk.api.assessments.find.mutate({ ...at, ...no, question: 'strategy' })
  const holds = { verdict: 'agree', confidence: 3, reason: null } as const
  await desk.api.assessments.find.mutate({ ...at, ...holds, question: 'geodata' })

  const lead = of(lived.leads, 'Dovre')
  const before = { findings: lead.api.replies.findings.query({ round, entry }) }
  expect(await refused(before)).toEqual(['findings'])
  await move(lived, { verification: { to: new Date().toISOString(), replyUntil: inDays(3) } })
  const phone = await visit({ person: 'lead of Dovre' })
  await phone.goto(`/rounds/${round}/mine`)
  await phone.getByRole('link', { name: 'Svar på funn' }).click()
  const strategy = phone.getByRole('article', { name: /politisk vedtatt digitaliseringsstrategi/ })
  await strategy.getByText('It was never adopted.').waitFor()
  await strategy.getByLabel('Godta').focus()
  await phone.keyboard.press('ArrowDown')
  await tabTo(phone, 'Hva er innvendingen?')
  await phone.keyboard.type('Kommunestyret vedtok den i fjor.')
  await tabTo(phone, 'Send tilbakemeldingen')
  await phone.keyboard.press('Enter')
  await strategy.getByText(/^Sendt /).waitFor()
  await accessible(phone, 'nb')

  const assessor = await visit({ session: desk.session })
  await assessor.goto(`/rounds/${round}/assess/${entry}?show=replied`)
  const replied = question(assessor, 'strategy')
  await replied.getByText('Kommunestyret vedtok den i fjor.').waitFor()
  await replied.getByLabel('Change the finding').check()
  await replied.getByLabel('What you found').selectOption({ label: 'In preparation' })
  await replied.getByLabel('Say why; the entry reads it.').fill('The first half is adopted.')
  await replied.getByRole('button', { name: 'Send the answer' }).click()
  await replied.getByText(/^The finding was changed/).waitFor()
  await inBoth(visit, { session: lead.session, path: `/rounds/${round}/findings/${entry}`, until: 'article' })
  await inBoth(visit, {
    session: desk.session,
    path: `/rounds/${round}/assess/${entry}`,
    until: '[data-question]',
  })
  expect(complaints).toEqual([])
})

it('leads from the visit to points that only the organiser sees, and then to what everybody reads', async ({
  lived,
  visit,
  complaints,
}) => {
  const { round, organiser, seated, world } = lived
  const entry = of(lived.entries, 'Dovre')
  const visitor = of(seated, 'visitor')
  const wish = { round, entries: [entry], people: [visitor.id] }
  await organiser.seats.assign.mutate({ ...wish, role: 'visitor', how: 'these' })
  await move(lived, { siteVisit: { from: new Date().toISOString() } })
  const page = await visit({ session: visitor.session })
  await page.goto(`/rounds/${round}/mine`)
  await page.getByRole('link', { name: 'Assess' }).click()
  const mobileCare = question(page, 'mobileCare')
  await mobileCare.getByLabel('Something else').check()
  await mobileCare.getByLabel('What you found').selectOption({ label: 'No' })
  await mobileCare.getByLabel('Sure', { exact: true }).check()
  await mobileCare.getByLabel('Reason (needed').fill('Lists are on paper.')
  await mobileCare.getByLabel('Reason (needed').blur()
  await mobileCare.getByText(/^Saved /).waitFor()
  await move(lived, { siteVisit: { to: new Date().toISOString(), replyUntil: inDays(3) } })

  const office = await visit({ as: 'organiser' })
  await office.goto(`/rounds/${round}/results`)
  await office.getByRole('button', { name: 'Evaluate' }).click()
  await office.getByRole('table', { name: 'Results by entry' }).waitFor()
  const { rows } = await organiser.results.get.query({ round })
  // Nine areas of one question in three, 500 points in all: two of nine lose a half, one all.
  const dovre = rows.find(row => row.name === 'Dovre')
  expect(dovre?.points).toBeCloseTo((500 / 27) * 7, 10)
  // Whoever only began is not among them.
  expect(rows.length).toBe(13)
  await office.goto(`/rounds/${round}/entries/${entry}`)
  await office.getByRole('button', { name: 'Open all' }).click()
  const explained = office.getByRole('region', { name: 'How the score came about' })
  await explained.getByText('Seen on a visit').first().waitFor()
  await explained.getByText(/The entry objects: Kommunestyret vedtok den i fjor\./).waitFor()
  await office.goto(`/rounds/${round}/inflation`)
  await office.getByRole('heading', { name: 'Claims above what was found, by criterion' }).waitFor()

  // Nobody else: neither who took part nor who judged, looked on or came by.
  const readers = {
    lead: of(lived.leads, 'Dovre').api,
    ...Object.fromEntries([...seated].map(([role, { api }]) => [role, api])),
    stranger: world.stranger.api,
  }
  const results = () =>
    refused(
      Object.fromEntries(
        Object.entries(readers).map(([who, api]) => [who, api.results.get.query({ round })]),
      ),
    )
  expect(await results()).toEqual(Object.keys(readers))
  const data = () => world.stranger.fetch(`/api/v1/rounds/${round}/results.json`)
  expect((await data()).status).toBe(404)
  await inBoth(visit, { as: 'organiser', path: `/rounds/${round}/inflation`, until: 'h2' })
  await inBoth(visit, { session: visitor.session, path: `/rounds/${round}/mine`, until: 'h2' })

  await office.goto(`/rounds/${round}/results`)
  await office.getByRole('button', { name: 'Publish' }).click()
  await office.getByRole('dialog').getByRole('button', { name: 'Publish version 1' }).click()
  await office.getByText('Published', { exact: true }).waitFor()
  expect(await results()).toEqual([])
  const reader = await visit({ locale: LANGUAGES.nb, ...PHONE })
  await reader.goto(`/rounds/${round}/results`)
  await reader.getByRole('link', { name: 'Dovre' }).first().waitFor()
  const { results: open } = (await (await data()).json()) as { results: { name: string; score: number }[] }
  expect(open.find(row => row.name === 'Dovre')?.score).toBeCloseTo((500 / 27) * 7, 10)
  expect(complaints).toEqual([])
})

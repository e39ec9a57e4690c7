import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { describe, expect } from 'vitest'
import { type Answered, seedAnswering } from './answering-seed.ts'
import { it as base } from './stage.ts'

const it = base.extend('seeded', { scope: 'file' }, ({ world }) => seedAnswering(world))

const address = ({ round, entry }: Answered) => `/rounds/${round}/answer/${entry}`

const question = (page: Page, id: string) => page.locator(`[data-question=${id}]`)
/** Longer than the default: what others change is read a few seconds later. */
const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 15_000 })
const saved = (page: Page) => page.getByText('All answers are saved').waitFor()

/** What the server has, by question. */
async function answersAt({ round, entry, lead }: Answered) {
  const { answers } = await lead.api.answers.questionnaire.query({ round, entry })
  return Object.fromEntries(Object.entries(answers).map(([id, { value }]) => [id, value]))
}

it('takes a municipality from its tasks to the receipt', async ({ seeded, visit, complaints }) => {
  const page = await visit({ person: 'lead', session: seeded.lead.session })
  await page.goto('/rounds')
  await page.getByRole('link', { name: 'Answer for Dovre in The open town hall 2026' }).click()
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Planning' }).waitFor()

  // Last time's answer is offered, and taken only when somebody says so.
  expect(await answersAt(seeded)).toEqual({})
  const plan = question(page, 'plan')
  await plan.getByText('In 2025 you answered:').waitFor()
  await plan.getByRole('button', { name: 'Still so' }).click()
  await plan.getByText(/^Saved /).waitFor()
  expect(await plan.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true)
  expect(await answersAt(seeded)).toEqual({ plan: 'yes' })

  // A text to start from is no answer before it is changed.
  const story = question(page, 'story')
  await story.getByRole('button', { name: 'Change' }).click()
  await eventually(() => story.getByRole('textbox').inputValue()).toBe('Everyone can see what we decide.')
  expect(await answersAt(seeded)).toEqual({ plan: 'yes' })
  await story.getByRole('textbox').fill('Everyone sees')
  // Slower than the pause after which it is saved: what comes back must not disturb what is typed.
  await story.getByRole('textbox').pressSequentially(' it.', { delay: 620 })
  await saved(page)
  expect(await story.getByRole('textbox').inputValue()).toBe('Everyone sees it.')
  expect(await answersAt(seeded)).toEqual({ plan: 'yes', story: 'Everyone sees it.' })

  // A question that an answer hides goes with its answer, and can be had back.
  await question(page, 'adopted')
    .getByRole('textbox')
    .or(question(page, 'adopted').locator('input'))
    .first()
    .fill('2026-01-31')
  await saved(page)
  await plan.getByText('No', { exact: true }).click()
  await question(page, 'adopted').waitFor({ state: 'hidden' })
  await eventually(() => answersAt(seeded)).toEqual({ plan: 'no', story: 'Everyone sees it.' })
  await plan.getByText('Yes', { exact: true }).click()
  await question(page, 'adopted').getByRole('button', { name: 'Put back' }).click()
  await eventually(() => answersAt(seeded)).toEqual({
    plan: 'yes',
    story: 'Everyone sees it.',
    adopted: '2026-01-31',
  })

  await page.getByRole('button', { name: 'On: Services' }).click()
  await page.getByRole('heading', { level: 2, name: 'Services' }).waitFor()
  await question(page, 'channels').getByText('Web').click()
  await question(page, 'channels').getByText('Not applicable').click()
  await eventually(async () => (await answersAt(seeded)).channels).toBe('n/a')
  await question(page, 'channels').getByText('Phone').click()
  await eventually(async () => (await answersAt(seeded)).channels).toEqual(['phone'])

  // A number as people here write it; what is no number is kept and said, not sent.
  const share = question(page, 'share')
  await share.getByRole('textbox').fill('12,5 prosent')
  await share.getByText('This is not a number. Write it as 1234.5.').waitFor()
  await page.getByText('1 answer is not saved and needs you').waitFor()
  await share.getByRole('textbox').fill('12,5')
  await saved(page)
  expect((await answersAt(seeded)).share).toBe(12.5)
  await share.getByRole('checkbox', { name: 'Do not know' }).check()
  await eventually(async () => (await answersAt(seeded)).share).toBe('?')
  expect(await share.getByRole('textbox').inputValue()).toBe('')
  await share.getByRole('textbox').fill('13')
  await eventually(async () => (await answersAt(seeded)).share).toBe(13)
  expect(await share.getByRole('checkbox', { name: 'Do not know' }).isChecked()).toBe(false)

  // What is missing is said before it is sent in.
  await page.getByRole('link', { name: 'Send in' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 answer has to be shown by evidence first.').waitFor()
  await dialog.getByText('Services: 1 not answered').waitFor()
  expect(await dialog.getByRole('button', { name: 'Send in now' }).isDisabled()).toBe(true)
  await dialog.getByRole('link', { name: 'Planning' }).click()
  await addEvidence(page)

  await page.getByRole('link', { name: 'Send in' }).click()
  await dialog.getByRole('button', { name: 'Send in now' }).click()
  await page.getByRole('heading', { name: 'Receipt' }).waitFor()
  const { round, entry, lead } = seeded
  const receipt = await lead.api.answers.receipt.query({ round, entry })
  await page.getByText(receipt.sha256).waitFor()
  await page.getByText('The answers have been sent in and cannot be changed.').waitFor()
  await plan.getByRole('radio', { name: 'Yes' }).press('ArrowDown')
  expect(await plan.getByRole('radio', { name: 'Yes' }).isChecked()).toBe(true)
  expect(await plan.getByRole('button').count()).toBe(0)

  await page.getByRole('link', { name: 'Read and print' }).click()
  await page.getByText('Everyone sees it.').waitFor()
  await page.getByText('The plan – https://dovre.example/plan').waitFor()
  await page.getByText(receipt.sha256).waitFor()
  await page.goBack()

  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Reopen the answers' }).click()
  await page.getByRole('link', { name: 'Send in' }).waitFor()
  expect(complaints).toEqual([])
})

async function addEvidence(page: Page) {
  const plan = question(page, 'plan')
  await plan.getByText('Missing: add a file or a link').waitFor()
  await plan.locator('input[type=file]').setInputFiles({
    name: 'Vedtak.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'),
  })
  await plan.getByRole('link', { name: 'Vedtak.pdf' }).waitFor()
  // The questionnaire is a form, in which this must not be another: Enter adds the link and leaves nothing.
  await plan.getByRole('button', { name: 'Add a link' }).click()
  await plan.getByLabel('Web address').fill('https://dovre.example/plan')
  await plan.getByLabel('What it shows').fill('The plan')
  await page.keyboard.press('Enter')
  await plan.getByRole('link', { name: 'The plan' }).waitFor()
  await plan.getByRole('button', { name: 'Remove Vedtak.pdf' }).click()
  await plan.getByRole('link', { name: 'Vedtak.pdf' }).waitFor({ state: 'hidden' })
}

it('keeps what two people answer at once, and what one answers without a network', async ({
  seeded,
  visit,
}) => {
  const lead = await visit({ person: 'lead', session: seeded.lead.session })
  const other = await visit({ person: 'contributor', session: seeded.contributor.session })
  await lead.goto(`${address(seeded)}?area=Services`)
  await question(lead, 'site').waitFor()
  await other.goto(address(seeded))
  await question(other, 'site').waitFor()
  // Who answers some areas is shown those.
  expect(await other.getByRole('navigation', { name: 'Areas' }).getByRole('link').count()).toBe(1)
  await lead.getByText('1 more person is here').waitFor()

  // Both change one answer, one of them without a network.
  await other.context().setOffline(true)
  await question(other, 'site').getByRole('textbox').fill('https://dovre.example/theirs')
  await other.getByText('1 change waits for the network. It is kept in this browser.').waitFor()
  await question(lead, 'site').getByRole('textbox').fill('https://dovre.example/mine')
  await saved(lead)
  await other.context().setOffline(false)
  const conflict = question(other, 'site').getByRole('alert')
  await conflict.getByText(/^Lead of Dovre changed this answer/).waitFor()
  expect(await conflict.locator('dd').allInnerTexts()).toEqual([
    'https://dovre.example/theirs',
    'https://dovre.example/mine',
  ])
  expect((await answersAt(seeded)).site).toBe('https://dovre.example/mine')
  await conflict.getByRole('button', { name: 'Keep mine' }).click()
  await saved(other)
  expect((await answersAt(seeded)).site).toBe('https://dovre.example/theirs')
  await eventually(() => question(lead, 'site').getByRole('textbox').inputValue()).toBe(
    'https://dovre.example/theirs',
  )

  // What waits is still there when the tab was closed meanwhile.
  await other.context().setOffline(true)
  await question(other, 'share').getByRole('textbox').fill('77')
  await other.getByText('1 change waits for the network. It is kept in this browser.').waitFor()
  await other.close({ runBeforeUnload: false })
  const again = await visit({ person: 'contributor', session: seeded.contributor.session })
  await again.context().setOffline(false)
  await again.goto(address(seeded))
  await saved(again)
  await eventually(async () => (await answersAt(seeded)).share).toBe(77)
  expect(await question(again, 'share').getByRole('textbox').inputValue()).toBe('77')

  // A session that ends keeps what was answered until one has signed in again.
  const cookies = await again.context().cookies()
  await again.context().clearCookies()
  await question(again, 'share').getByRole('textbox').fill('78')
  await again.getByText(/^You are signed out\. 1 change is kept/).waitFor()
  await again.context().addCookies(cookies)
  await again.reload()
  await saved(again)
  await eventually(async () => (await answersAt(seeded)).share).toBe(78)
})

it('lets a municipality say whether and how it takes part', async ({ seeded, visit, complaints }) => {
  const page = await visit({ person: 'asked', session: seeded.asked.session })
  await page.goto('/rounds')
  await page.getByRole('link', { name: 'Accept or decline for Oslo in The open town hall 2026' }).click()
  const [oslo] = await seeded.asked.api.entries.mine.query({ round: seeded.round })
  const entry = oslo?.id ?? ''
  await page.goto(`/rounds/${seeded.round}/answer/${entry}`)
  await page.getByText('The questionnaire opens for you when the lead has accepted the invitation.').waitFor()
  await page.getByRole('link', { name: 'To my tasks' }).click()

  await page.getByRole('button', { name: 'Decline' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason (you may leave this out)').fill('No time this year')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await page.getByText('Declined', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Accept after all' }).click()
  await page.getByLabel('How we take part').selectOption('Compare ourselves anonymously')
  await page.getByText('Scored. Shown to others without name, place or size.').waitFor()
  const mine = await seeded.asked.api.entries.mine.query({ round: seeded.round })
  expect(mine.map(one => !one.conflict && [one.state, one.participation])).toEqual([
    ['accepted', 'anonymous'],
  ])
  await page.getByRole('link', { name: 'Answer', exact: true }).click()
  await page.getByRole('heading', { level: 2, name: 'Planning' }).waitFor()
  expect(complaints).toEqual([])
})

const VIEWERS = [
  { locale: 'nb-NO', lang: 'nb', width: 1280, height: 900 },
  { locale: 'sv-SE', lang: 'sv', width: 380, height: 800 },
] as const

describe.for(VIEWERS)('in $lang at $width px', ({ lang, ...viewer }) => {
  it.for(['mine', 'answer', 'answer?area=Services', 'answer?open=submit', 'print'])(
    '%s',
    async (screen, { seeded, visit, complaints }) => {
      const page = await visit({ ...viewer, person: `lead in ${lang}`, session: seeded.lead.session })
      const [path, search = ''] = screen.split('?')
      await page.goto(
        path === 'mine'
          ? `/rounds/${seeded.round}/mine`
          : `${address(seeded)}${path === 'print' ? '/print' : ''}?${search}`,
      )
      await page.getByRole('heading', { name: 'Dovre', includeHidden: true }).waitFor({ state: 'attached' })
      await eventually(() => page.locator('.ds-skeleton, [aria-busy=true]').count()).toBe(0)
      expect(
        await page.locator('html').evaluate(html => [html.lang, html.scrollWidth <= html.clientWidth]),
      ).toEqual([lang, true])
      expect(await seriousFindings(page)).toEqual([])
      expect(complaints).toEqual([])
    },
  )
})

async function seriousFindings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
    .setLegacyMode()
    .analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(node => `${id}: ${node.target.join(' ')} ${node.html}`),
  )
}

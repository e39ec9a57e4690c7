import type { Page } from 'playwright-core'

/** What has the focus, by the words that a screen reader would say. */
export async function focused(page: Page): Promise<string> {
  const one = page.locator(':focus')
  if ((await one.count()) === 0) return ''
  const [, words = ''] = /^- '?\w+ "([^"]*)"/.exec(await one.ariaSnapshot()) ?? []
  return words
}

/** Presses Tab once, and says where that leads. */
export async function next(page: Page): Promise<string> {
  await page.keyboard.press('Tab')
  return focused(page)
}

/** Presses Tab until that has the focus, as often as a patient person would. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let press = 0; press < 80; press++) {
    const words = await next(page)
    if (typeof name === 'string' ? words === name : name.test(words)) return
    passed.push(words)
  }
  throw new Error(`Tab does not lead to ${name}, only to: ${passed.join(', ')}`)
}

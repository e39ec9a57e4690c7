import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Flags for a browser in a closed network and without a user namespace; the page's own security stays on. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/** A real Chromium: the system's if there is one, else the one that npm brings together with the libraries it needs. */
export async function openBrowser(): Promise<Browser> {
  const system = SYSTEM.find(path => existsSync(path))
  if (system) return chromium.launch({ executablePath: system, args: FLAGS })
  // The package unpacks its libraries only where it believes to be on AWS Lambda.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs24.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  const executablePath = await bundled.executablePath()
  const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
  return chromium.launch({
    executablePath,
    args: [...FLAGS, '--headless=shell'],
    env: { ...process.env, LD_LIBRARY_PATH: LD_LIBRARY_PATH ?? '', FONTCONFIG_PATH: FONTCONFIG_PATH ?? '' },
  })
}

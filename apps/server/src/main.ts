import { readConfig } from './config.ts'
import { greeting, start } from './start.ts'
import { StartupError } from './startup-error.ts'

try {
  const running = await start(readConfig(process.argv.slice(2)))
  process.stdout.write(greeting(running))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => running.stop())
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}

import { readConfig } from './config.ts'
import { openRubrics } from './rubrics/open-rubrics.ts'
import { StartupError } from './startup-error.ts'

/**
 * Serves until the process is told to stop: greets on standard output, ends on SIGTERM or SIGINT. What keeps it from
 * starting is one line on standard error and exit code 1.
 */
export async function serve(args: readonly string[]): Promise<void> {
  try {
    const config = readConfig(args)
    // Plugins load in processes of their own: they begin while this one still reads the rest of the server.
    const rubrics = openRubrics(config.pluginsDir)
    const { greeting, start } = await import('./start.ts')
    const running = await start(config, rubrics)
    // Before the greeting: whoever reads it may send a signal at once.
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => running.stop())
    process.stdout.write(greeting(running))
  } catch (error) {
    if (!(error instanceof StartupError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  }
}

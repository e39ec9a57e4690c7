import type { Installation } from '../context.ts'
import type { Handlers } from './handler.ts'
import { inProcess } from './in-process.ts'
import type { Queue } from './queue.ts'
import { PACE, runnerOf } from './runner.ts'

/**
 * Begins to run jobs, those of before included: in this process beside an embedded database, among all servers on a
 * PostgreSQL. What is under way when it stops is given back.
 *
 * @param url where the PostgreSQL is
 */
export async function startJobs(
  installation: Pick<Installation, 'db' | 'dialect' | 'log' | 'now'>,
  queue: Queue,
  { handlers, url, pace = PACE }: { handlers: Handlers; url: string | null; pace?: typeof PACE },
): Promise<{ stop: () => Promise<void> }> {
  const runner = runnerOf(installation, handlers, pace)
  const started =
    url === null
      ? await inProcess(installation, runner)
      : // Loaded where it is used: half of a start is reading code.
        await (await import('./graphile.ts')).onGraphile(installation, runner, { url, ...pace })
  queue.attach(started.station)
  return { stop: started.stop }
}

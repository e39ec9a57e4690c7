import { client } from '../api.ts'
import { type Ask, AskFailed, type Outcome, type Task } from './ask.ts'

type Told = { signal: AbortSignal; onProgress: (done: number) => void }

/** Between two questions how far it is. */
const PAUSE_MS = 700

/** Has a large round analysed where its answers are. Aborting cancels it there. */
export async function onServer<T extends Task>(
  { task, assumptions, ...about }: Ask<T>,
  { signal, onProgress }: Told,
): Promise<Outcome<T>> {
  const { id } = await client.analyses.start.mutate({ ...about, assumptions: [...assumptions], ...task })
  while (!signal.aborted) {
    const { state, result, failure, progress } = await client.analyses.get.query({ id })
    if (state === 'done' && result) return settled(result) as object as Outcome<T>
    if (state === 'failed' || state === 'cancelled')
      throw new AskFailed(failure?.message ?? state, failure?.code ?? null)
    onProgress(progress)
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
  }
  await client.analyses.cancel.mutate({ id })
  throw signal.reason
}

type Stored = { kind: string; before?: readonly number[] | null }

/** Counts of pairs come back as the whole numbers that they were. */
const settled = (result: Stored) =>
  result.before ? { ...result, before: Uint32Array.from(result.before) } : result

import type { Visitor } from '../../world/create-world.ts'

export type Looked = { refreshes: number; slowest: number; failed: number }

/** Somebody at the response dashboard as its screen is: hears of changes, and asks anew after each. */
export async function lookOn(organiser: Visitor, round: string, signal: AbortSignal): Promise<Looked> {
  const looked: Looked = { refreshes: 0, slowest: 0, failed: 0 }
  const input = encodeURIComponent(JSON.stringify({ round }))
  try {
    const stream = await organiser.fetch(`/api/trpc/responses.watch?input=${input}`, {
      headers: { accept: 'text/event-stream' },
      signal,
    })
    for await (const text of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      if (!text.includes('changed')) continue
      const asked = performance.now()
      const answer = await organiser.fetch(`/api/trpc/responses.dashboard?input=${input}`, { signal })
      if (!answer.ok) looked.failed++
      await answer.arrayBuffer()
      looked.refreshes++
      looked.slowest = Math.max(looked.slowest, performance.now() - asked)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
  return looked
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { startServer } from '../server-process.ts'
import { line, ms } from './measure.ts'

const SECONDS = 4

async function emptyProcess(): Promise<number> {
  const start = performance.now()
  await once(spawn(process.execPath, ['-e', '']), 'exit')
  return performance.now() - start
}

const rate = async (url: string, headers: Record<string, string> = {}) =>
  (await autocannon({ url, connections: 8, duration: SECONDS, headers })).requests.average

/** Cold and warm start beside an empty process; requests a second beside the smallest answer of the same server. */
export async function benchServer(): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'tumstock-bench-'))
  try {
    const floor = await emptyProcess()
    const first = await startServer({ DATA_DIR: dataDir }, [])
    await first.stop()
    const server = await startServer({ DATA_DIR: dataDir }, [])
    line(
      'first start to ready (empty data folder)',
      ms(first.ready),
      `${(first.ready / floor).toFixed(0)} × an empty process (${ms(floor)})`,
    )
    line('second start to ready', ms(server.ready), `${(server.ready / floor).toFixed(0)} × an empty process`)
    try {
      const rounds = (await (await fetch(`${server.url}/api/v1/rounds`)).json()) as {
        rounds: { id: string; entries?: number }[]
      }
      const sizes = await Promise.all(
        rounds.rounds.map(async ({ id }) => {
          const path = `${server.url}/api/v1/rounds/${id}/results.json`
          const answer = await fetch(path)
          return {
            path,
            etag: answer.headers.get('etag') ?? '',
            bytes: (await answer.arrayBuffer()).byteLength,
          }
        }),
      )
      const largest = sizes.toSorted((a, b) => b.bytes - a.bytes)[0]
      if (!largest) throw new Error('no published round to measure')
      const health = await rate(`${server.url}/healthz`)
      const full = await rate(largest.path)
      const unchanged = await rate(largest.path, { 'if-none-match': largest.etag })
      const share = (value: number) =>
        `${((value / health) * 100).toFixed(0)} % of /healthz (${health.toFixed(0)}/s)`
      line(`results.json, ${(largest.bytes / 1000).toFixed(0)} kB`, `${full.toFixed(0)}/s`, share(full))
      line('results.json, unchanged (304)', `${unchanged.toFixed(0)}/s`, share(unchanged))
    } finally {
      await server.stop()
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

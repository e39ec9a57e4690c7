import { expect, it } from 'vitest'
import { type KillCase, killUnderLoad } from '../kill/kill-under-load.ts'

/** Few, to be quick: `pnpm bench:kill` does the same two hundred times. */
const KILLS = 4

const cases: readonly Pick<KillCase, 'database' | 'victim'>[] = [
  { database: 'sqlite', victim: 'server' },
  { database: 'postgres', victim: 'server' },
  { database: 'postgres', victim: 'postgres' },
]

it.each(cases)(
  'keeps every acknowledged answer on $database when $victim is killed while people save',
  async one => {
    const { wrong, acknowledged, recoveries } = await killUnderLoad({ ...one, kills: KILLS, writers: 8 })
    expect([wrong, acknowledged > KILLS, recoveries.length]).toEqual([[], true, KILLS])
  },
  180_000,
)

/** `pnpm bench:kill [kills]`: the kill test of `test/world/kill.test.ts`, as often as the figure that is reported. */
import { type KillCase, type KillReport, killUnderLoad } from '../kill/kill-under-load.ts'
import { line, ms } from './measure.ts'

const kills = Number(process.argv[2] ?? 200)

const cases: readonly Pick<KillCase, 'database' | 'victim'>[] = [
  { database: 'sqlite', victim: 'server' },
  { database: 'postgres', victim: 'server' },
  { database: 'postgres', victim: 'postgres' },
]

const report = ({ wrong, acknowledged, unanswered, recoveries }: KillReport): void => {
  const sorted = recoveries.toSorted((a, b) => a - b)
  line('  answers acknowledged', String(acknowledged))
  line('  saves that were cut off', String(unanswered))
  line('  up again after, median and longest', ms(sorted[sorted.length >> 1] ?? 0), ms(sorted.at(-1) ?? 0))
  line('  lost, changed or written by halves', String(wrong.length))
  for (const one of wrong.slice(0, 20)) console.log(`    ${one}`)
}

for (const one of cases) {
  console.log(
    `${kills} × kill -9 of ${one.victim === 'server' ? 'the server' : 'PostgreSQL'} on ${one.database}`,
  )
  const told = await killUnderLoad({ ...one, kills, writers: 16 })
  report(told)
  if (told.wrong.length > 0) process.exitCode = 1
}

/** `pnpm bench:engine`: the engine beside plain loops of the same work, on this machine, in one run. */
import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { benchEngine } from './engine.ts'
import { CASES, SIZES } from './engine-cases.ts'
import { floorOf, kernelOf } from './engine-floor.ts'
import { naiveUncertainty, tableOf } from './engine-naive.ts'
import { answersOf } from './engine-world.ts'
import { line, ms } from './measure.ts'

const ROUNDS = 5

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Median milliseconds of each in turn, after one warm-up. */
async function inTurn(work: Readonly<Record<string, () => unknown>>): Promise<Record<string, number>> {
  const acts = Object.entries(work).map(([name, act]) => ({ name, act, times: [] as number[] }))
  for (let round = 0; round <= ROUNDS; round++)
    for (const { act, times } of acts) {
      const start = performance.now()
      await act()
      if (round > 0) times.push(performance.now() - start)
    }
  return Object.fromEntries(acts.map(({ name, times }) => [name, median(times)]))
}

const memoryOf = (name: string): string => {
  const [before, peak] = execFileSync(
    process.execPath,
    [fileURLToPath(new URL('engine-memory.ts', import.meta.url)), name],
    { encoding: 'utf8' },
  )
    .trim()
    .split(' ')
  return `${peak} MB at most (${before} MB with the data alone)`
}

const times = (naive: number, ours: number) => `${(naive / ours).toFixed(1)} ×`

console.log(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model}`)
console.log(`Medians of ${ROUNDS} after a warm-up, in turn; each beside a plain loop of the same work.\n`)
benchEngine()

for (const { units, runs } of SIZES) {
  const name = `weights ${units} × 60 × ${runs}`
  const table = tableOf(answersOf(units))
  const kernel = kernelOf(units, runs)
  const measured = await inTurn({
    one: (CASES[name] as () => () => void)(),
    all: (CASES[`${name}, all cores`] as () => () => void)(),
    naive: () => naiveUncertainty(table, runs),
    kernel,
  })
  const { one = 0, all = 0, naive = 0, kernel: bare = 0 } = measured
  line(
    `uncertainty, ${name}`,
    ms(one),
    `${times(naive, one)} a plain loop's speed (${ms(naive)}), one thread`,
  )
  line('  all cores', ms(all), `${times(naive, all)} the plain loop's speed; threads are started each time`)
  line(
    '  floor: the weighted sums alone, on the kernel',
    ms(bare),
    `${(one / bare).toFixed(1)} × that in all`,
  )
  const floor = floorOf(units, runs)
  if (floor)
    line(
      '  floor: a flat C program, -O3 -march=native',
      ms(floor.all),
      `${(one / floor.all).toFixed(1)} × that; ${ms(floor.all - floor.sums)} of it is ranking`,
    )
  line('  memory', '', memoryOf(name))
}
for (const name of ['four assumptions 51 × 49 × 500', "Sobol' 51 × 49, 1500 runs"]) {
  const { work = 0 } = await inTurn({ work: (CASES[name] as () => () => void)() })
  line(name, ms(work), `one thread; ${memoryOf(name)}`)
}

/** `pnpm bench:engine`: the engine beside plain loops of the same work, on this machine, in one run. */
import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { goldenIsAbsent } from '@tumstock/engine/golden/numbers'
import { benchEngine } from './engine.ts'
import { CASES, reference, SIZES, SOBOL_ROWS } from './engine-cases.ts'
import { floorOf, kernelOf } from './engine-floor.ts'
import { naiveUncertainty, tableOf } from './engine-naive.ts'
import { naiveFour, naiveIndexOf, naiveSobol } from './engine-naive-four.ts'
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
const beside = (naive: number, ours: number) => `${times(naive, ours)} a plain loop's speed (${ms(naive)})`
const aim = (target: number | false) => (target === false ? '' : `; target ${target} ms`)

console.log(`Node ${process.version}, ${availableParallelism()} cores, ${cpus()[0]?.model}`)
console.log(`Medians of ${ROUNDS} after a warm-up, in turn; each beside a plain loop of the same work.\n`)
benchEngine()

for (const { units, runs, target } of SIZES) {
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
    `${beside(naive, one)}, one thread${aim('one' in target && target.one)}`,
  )
  line(
    '  all cores',
    ms(all),
    `${times(naive, all)} the plain loop's speed; threads are started each time${aim('all' in target && target.all)}`,
  )
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
      `${(one / floor.all).toFixed(1)} × that (target 4 ×); ${ms(floor.all - floor.sums)} of it is ranking`,
    )
  line('  memory', '', memoryOf(name))
}

const index = naiveIndexOf(reference())
const FEW = [
  { name: 'four assumptions 51 × 49 × 500', target: 150, loop: () => naiveFour(index, 500) },
  { name: "Sobol' 51 × 49, 1500 runs", target: 400, loop: () => naiveSobol(index, SOBOL_ROWS) },
]
if (goldenIsAbsent)
  console.log('../shared/golden is absent: the next two are of made-up numbers of its size.')
for (const { name, target, loop } of FEW) {
  const { work = 0, naive = 0 } = await inTurn({ work: (CASES[name] as () => () => void)(), naive: loop })
  line(name, ms(work), `${beside(naive, work)}, one thread; target ${target} ms`)
  line('  memory', '', memoryOf(name))
}

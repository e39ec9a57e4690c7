/** Measurements that are printed side by side; nothing here asserts a time. */

export type Timing = { median: number; runs: number }

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** As long as a warm-up takes at least: code that is compiled while it is measured tells of the compiler. */
const WARM_UP = 300

/** Median milliseconds of `runs` calls in turn with the others, after a warm-up each. */
export function sideBySide<Name extends string>(
  work: Record<Name, () => void>,
  runs = 7,
): Record<Name, Timing> {
  const names = Object.keys(work) as Name[]
  const times = Object.fromEntries(names.map(name => [name, [] as number[]])) as Record<Name, number[]>
  for (const name of names)
    for (const start = performance.now(); ; ) {
      work[name]()
      if (performance.now() - start >= WARM_UP) break
    }
  for (let run = 0; run < runs; run++)
    for (const name of names) {
      const start = performance.now()
      work[name]()
      times[name].push(performance.now() - start)
    }
  return Object.fromEntries(names.map(name => [name, { median: median(times[name]), runs }])) as Record<
    Name,
    Timing
  >
}

export const line = (what: string, figure: string, beside = ''): void =>
  console.log(`${what.padEnd(52)} ${figure.padStart(14)}  ${beside}`)

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`

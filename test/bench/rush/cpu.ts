import { readFileSync } from 'node:fs'

const TICKS = 100

/** Seconds of processor that processes have used until now, as Linux counts them; NaN elsewhere. */
export const cpuOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + ticksOf(pid) / TICKS, 0)

/** In user and system time: the 14th and 15th field, counted after the name, which may hold anything. */
function ticksOf(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return Number.NaN
  }
}

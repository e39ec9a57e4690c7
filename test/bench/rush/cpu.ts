import { execFileSync } from 'node:child_process'

/** Seconds of processor that processes have used until now, as the system counts them. */
export const cpuOf = (pids: readonly number[]): number => {
  const said = execFileSync('ps', ['-o', 'cputimes=', '-p', pids.join(',')], { encoding: 'utf8' })
  return said
    .trim()
    .split('\n')
    .reduce((sum, line) => sum + Number(line), 0)
}

/** Runs one case in a process of its own and prints, in megabytes, the most that it had: with the data alone, and in all. */
import { readFileSync } from 'node:fs'
import { CASES } from './engine-cases.ts'

const [name = ''] = process.argv.slice(2)
const make = CASES[name]
if (!make) throw new Error(`No case "${name}". There are: ${Object.keys(CASES).join(' · ')}.`)
// Not `process.resourceUsage()`: what that counts begins with what the parent had.
const peak = () =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024)
const work = make()
const before = peak()
await work()
console.log(`${before} ${peak()}`)

/** `pnpm bench`: figures of this machine, each beside its floor, in one run. */
import { availableParallelism } from 'node:os'
import { benchEngine } from './engine.ts'
import { benchFirstLoad } from './first-load.ts'
import { benchServer } from './server.ts'

console.log(`Node ${process.version}, ${availableParallelism()} cores; medians after a warm-up\n`)
benchEngine()
benchFirstLoad()
await benchServer()

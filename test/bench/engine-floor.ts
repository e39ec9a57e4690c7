/** What the arithmetic alone takes on this machine. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newKernel, RUNS } from '@tumstock/engine/kernel'
import { modelOf } from '@tumstock/engine/model'
import { mount, PASS, sharedOf } from '@tumstock/engine/mount'
import { WEIGHTS } from './engine-cases.ts'
import { LEAVES, sixtyBy } from './engine-world.ts'

/** The weighted sums of all runs, under weights that stay as they are: no drawing, no ranking, no counting. */
export function kernelOf(units: number, runs: number): () => void {
  const model = modelOf(sixtyBy(units), WEIGHTS)
  const kernel = newKernel()
  const program = model.programAt([0])
  const mounted = mount(sharedOf(kernel, units, model.plan.nodes.length), program, false)
  return () => {
    for (let run = 0; run < runs; run += PASS)
      kernel.score(mounted.groups, program.groups.length, mounted.entries, PASS / RUNS)
  }
}

let program: string | null | undefined

/** Milliseconds of `floor.c`, in all and without ranking; null, said once, where nothing compiles it. */
export function floorOf(units: number, runs: number): { all: number; sums: number } | null {
  program ??= compiled()
  if (program === null) return null
  const path = program
  const all = Array.from({ length: 5 }, () =>
    execFileSync(path, [units, LEAVES, runs].map(String), { encoding: 'utf8' }).split(' ').map(Number),
  )
  const [total = 0, sums = 0] = all.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0))[2] ?? []
  return { all: total, sums }
}

function compiled(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'floor-'))
  process.on('exit', () => rmSync(folder, { recursive: true }))
  const path = join(folder, 'floor')
  const source = fileURLToPath(new URL('floor.c', import.meta.url))
  try {
    execFileSync('cc', ['-O3', '-march=native', source, '-o', path, '-lm'], { stdio: 'pipe' })
    return path
  } catch {
    console.log('No C compiler here: the flat program is not measured.')
    return null
  }
}

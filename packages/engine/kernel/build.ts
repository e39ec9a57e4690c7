/** Compiles the kernel to WebAssembly: `node kernel/build.ts` writes it into the engine. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

// Its command, not its module: the types of that module declare globals of its own language for everybody.
const COMPILER = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'))
const FOLDER = fileURLToPath(new URL('./assembly', import.meta.url))
const SOURCES = ['mean.ts', 'domain.ts', 'rank.ts', 'noise.ts', 'pairs.ts', 'summary.ts']
const OUT = new URL('../src/uncertainty/kernel.gen.ts', import.meta.url)
/** Vectors, but neither fused nor relaxed ones: the same bits on every machine. */
const OPTIONS = [
  '--optimizeLevel',
  '3',
  '--enable',
  'simd',
  '--runtime',
  'stub',
  '--noAssert',
  '--zeroFilledMemory',
]
const LINE = 96

/** The generated file as it should be; throws what the compiler says where it does not compile. */
export const kernelSource = (): string => {
  const lines =
    compiled()
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return `/** Generated from kernel/assembly by \`pnpm --filter @tumstock/engine kernel\`; do not edit. */

/** The kernel as WebAssembly, in base64. */
export const KERNEL = \`
${lines.join('\n')}\`
`
}

const compiled = (): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  const file = join(folder, 'kernel.wasm')
  try {
    execFileSync(process.execPath, [COMPILER, ...SOURCES, ...OPTIONS, '--outFile', file], { cwd: FOLDER })
    return readFileSync(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (import.meta.main) writeFileSync(OUT, kernelSource())

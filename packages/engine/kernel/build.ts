/** Compiles the kernel to WebAssembly: `node kernel/build.ts` writes it into the engine. */
import { readFileSync, writeFileSync } from 'node:fs'
import { main } from 'assemblyscript/asc'

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

/** The generated file as it should be. */
export const kernelSource = async (): Promise<string> => {
  let binary: Uint8Array | string = ''
  const { error, stderr } = await main([...SOURCES, ...OPTIONS, '--outFile', 'kernel.wasm'], {
    readFile: (name: string) => {
      try {
        return readFileSync(new URL(`assembly/${name}`, import.meta.url), 'utf8')
      } catch {
        return null
      }
    },
    writeFile: (_name: string, contents: Uint8Array | string) => {
      binary = contents
    },
    listFiles: () => [],
  })
  if (error) throw new Error(`The kernel does not compile.\n${stderr.toString()}`, { cause: error })
  const lines =
    Buffer.from(binary)
      .toString('base64')
      .match(new RegExp(`.{1,${LINE}}`, 'g')) ?? []
  return `/** Generated from kernel/assembly by \`pnpm --filter @tumstock/engine kernel\`; do not edit. */

/** The kernel as WebAssembly, in base64. */
export const KERNEL = \`
${lines.join('\n')}\`
`
}

if (import.meta.main) writeFileSync(OUT, await kernelSource())

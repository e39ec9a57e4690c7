import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))

/** A folder of its own for one test file, and the command line run there as users run it. */
export function commandLine() {
  const folder = mkdtempSync(join(tmpdir(), 'tumstock-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return {
    folder,
    tumstock(...args: string[]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
        encoding: 'utf8',
        cwd: folder,
      })
      return { status, stdout, stderr }
    },
    file(name: string, text: string) {
      const path = join(folder, name)
      writeFileSync(path, text)
      return path
    },
  }
}

/** The README's test command: every check of the house, in the order in which they fail fastest. */
import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './postgres.ts'

type Outcome = { passed: number; failed: number }

const run = (command: string, args: string[], env: Record<string, string> = {}) =>
  new Promise<boolean>((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } })
    child.once('error', reject)
    child.once('exit', code => resolve(code === 0))
  })

async function check(title: string, command: string, args: string[]): Promise<Outcome> {
  const start = performance.now()
  const ok = await run(command, args)
  console.log(`${ok ? '✓' : '✗'} ${title} (${((performance.now() - start) / 1000).toFixed(1)} s)`)
  return ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs Vitest projects and counts from its report; a run that leaves no report or dies counts as one failure. */
async function tests(projects: string[], env: Record<string, string> = {}): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'tumstock-report-'))
  const report = join(folder, 'report.json')
  const ok = await run(
    'vitest',
    [
      'run',
      ...projects.flatMap(name => ['--project', name]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  )
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(await readFile(report, 'utf8'))
    return { passed, failed: ok ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const outcomes: Outcome[] = []
outcomes.push(await check('format and lint', 'biome', ['check', '--error-on-warnings', '.']))
outcomes.push(await check('package boundaries', 'turbo', ['boundaries']))
outcomes.push(await check('unused files, exports and dependencies', 'knip', []))
outcomes.push(await check('types', 'tsc', ['-p', '.']))
outcomes.push(await check('types of the admin', 'tsc', ['-p', 'apps/admin']))
outcomes.push(await tests(['unit', 'plugins', 'repo']))
{
  await using postgres = await startPostgres()
  outcomes.push(await tests(['database'], { TEST_DATABASE_URL: postgres.url }))
}
outcomes.push(await check('build of the admin', 'turbo', ['run', 'build']))
outcomes.push(await tests(['e2e']))

const total = outcomes.reduce((sum, one) => ({
  passed: sum.passed + one.passed,
  failed: sum.failed + one.failed,
}))
console.log(`${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1

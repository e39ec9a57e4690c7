import { defineConfig } from 'vitest/config'

/** One config for the whole house: a test's level is told by its file name (CONTRIBUTING.md). */
const project = (name: string, include: string[], options = {}) => ({
  test: { name, include, environment: 'node' as const, ...options },
})

export default defineConfig({
  test: {
    // The default leaves one core to a watcher: on two cores that is half of them.
    maxWorkers: '100%',
    projects: [
      // Pure in, pure out: files may share a process, which halves the time.
      project('unit', ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'], {
        exclude: ['**/*.db.test.ts'],
        isolate: false,
      }),
      project('plugins', ['plugins/*/plugin.test.ts'], { isolate: false }),
      project('repo', ['test/repo/**/*.test.ts'], { isolate: false }),
      project('database', ['apps/server/src/**/*.db.test.ts', 'test/world/**/*.test.ts'], {
        testTimeout: 30_000,
        hookTimeout: 60_000,
      }),
      project('e2e', ['test/e2e/**/*.e2e.ts'], {
        testTimeout: 120_000,
        hookTimeout: 180_000,
        fileParallelism: false,
      }),
    ],
  },
})

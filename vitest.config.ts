import { defineConfig } from 'vitest/config'

/** One config for the whole house: a test's level is told by its file name (CONTRIBUTING.md). */
const project = (name: string, include: string[], options = {}) => ({
  test: { name, include, environment: 'node' as const, ...options },
})

export default defineConfig({
  test: {
    projects: [
      project('unit', ['packages/*/src/**/*.test.ts', 'apps/*/src/**/*.test.ts'], {
        exclude: ['**/*.db.test.ts'],
        typecheck: { enabled: false },
      }),
      project('plugins', ['plugins/*/plugin.test.ts']),
      project('repo', ['test/repo/**/*.test.ts']),
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

import { fileURLToPath } from 'node:url'
import type { Plugin } from '@tumstock/rubric/contract'
import { openPlugin } from '@tumstock/rubric/load'
import { afterAll, describe, expect, test } from 'vitest'
import { checksOf } from './conform.ts'

/**
 * The conformance kit as tests; all that a plugin's test file holds. Optional worked examples in `cases/*.json` are run,
 * too: `{ edition, title, source, entries: [{ id, category, answers, marks?, expect }] }`, where `expect` names any of
 * `points`, `rank`, `categoryRank` and `criteria` (0..1 by path), to 1e-12.
 *
 * @example
 * import { testRubric } from '@tumstock/engine/testing'
 * import plugin from './plugin.ts'
 *
 * await testRubric(plugin, import.meta)
 *
 * @param plugin the default export of `plugin.ts`
 * @param meta `import.meta` of the test file, which lies beside it
 */
export const testRubric = async (plugin: Plugin, meta: Pick<ImportMeta, 'url'>): Promise<void> => {
  const loaded = await openPlugin(fileURLToPath(new URL('.', meta.url)).replace(/[\\/]$/, ''))
  if ('error' in loaded) {
    test(`${plugin.id} loads`, () => {
      throw new Error(loaded.error.map(problem => problem.message).join('\n'))
    })
    return
  }
  afterAll(loaded.close)
  test(`${plugin.id} is what its folder holds`, () => {
    expect(loaded.id).toBe(plugin.id)
    expect(loaded.editions).toHaveLength(plugin.editions.length)
  })
  const checks = checksOf(loaded)
  for (const about of new Set(checks.map(check => check.about)))
    describe(about, () => {
      for (const { name, find } of checks.filter(check => check.about === about))
        test(name, async () => {
          expect((await find()).join('\n')).toBe('')
        })
    })
}

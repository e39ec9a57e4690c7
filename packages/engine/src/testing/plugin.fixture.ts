import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RubricData } from '@tumstock/rubric/contract'
import { documentOf } from '@tumstock/rubric/document'
import { leafOf, rubricOf } from './rubric.fixture.ts'

/** The parts of a plugin folder; each may be broken. */
export type Parts = {
  editions: readonly RubricData[]
  /** Code of the first edition's functions block. */
  functions?: string
  /** JSON by path within the folder. */
  files?: Readonly<Record<string, unknown>>
  /** False leaves `RUBRIC.md` out. */
  document?: false
  /** All of plugin.ts, in place of the above. */
  code?: string
}

/** An edition that conforms and has a criterion by each kind of rule. */
export const wellMade: RubricData = rubricOf({
  questions: {
    plan: {
      text: 'Is there a plan?',
      type: 'choice',
      unknown: true,
      options: { yes: { text: 'Yes', points: 2 }, partly: { text: 'Partly', points: 1 }, no: { text: 'No' } },
    },
    channels: {
      text: 'Which channels?',
      type: 'multiple',
      options: {
        web: { text: 'Web', points: 1 },
        app: { text: 'App', points: 2 },
        fax: { text: 'Fax', points: -1 },
      },
      showIf: { question: 'plan', is: ['yes', 'partly'] },
    },
    days: { text: 'Days to an answer?', type: 'number', min: 0, notApplicable: true },
  },
  indicators: {
    fibre: { title: 'Fibre', unit: '%', source: 'Statistics', code: 'f1', min: 0, max: 100 },
  },
  criteria: {
    plan: leafOf('plan', { weight: 2, crosswalk: { GOV: 1 } }),
    channels: leafOf('channels', { crosswalk: { SRV: 1 } }),
    speed: leafOf('days', { missing: 'exclude', scoring: { by: 'linear', from: 30, to: 1 } }),
    bands: leafOf('fibre', {
      missing: 'block',
      scoring: {
        by: 'bands',
        bands: [
          [20, 0.3],
          [60, 0.7],
          [90, 1],
        ],
      },
    }),
    place: leafOf('fibre', { missing: 'exclude', scoring: { by: 'percentile' }, onlyIn: ['county'] }),
    jury: leafOf('plan', {
      missing: 'exclude',
      reads: [],
      stage: 'jury',
      scoring: {
        by: 'panel',
        scale: [
          { text: 'Weak', points: 1 },
          { text: 'Fair', points: 3 },
          { text: 'Strong', points: 5 },
        ],
      },
    }),
  },
  missing: 'exclude',
  stages: [{ kind: 'survey' }, { kind: 'jury' }, { kind: 'publication' }],
})

/** A folder with a plugin in it, gone when it goes out of scope. */
export const writePlugin = async (parts: Parts): Promise<{ folder: string } & AsyncDisposable> => {
  const above = await mkdtemp(join(tmpdir(), 'tumstock-kit-'))
  const folder = join(above, 'test-award')
  const functions = parts.functions === undefined ? '' : `editions[0].functions = ${parts.functions}\n`
  const code =
    parts.code ??
    `const editions = ${JSON.stringify(parts.editions)}\n${functions}export default { id: 'test-award', editions }\n`
  await mkdir(folder)
  await writeFile(join(folder, 'plugin.ts'), code)
  if (parts.document !== false)
    await writeFile(join(folder, 'RUBRIC.md'), documentOf({ id: 'test-award', editions: parts.editions }))
  for (const [path, value] of Object.entries(parts.files ?? {})) {
    await mkdir(join(folder, path, '..'), { recursive: true })
    await writeFile(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value))
  }
  return { folder, [Symbol.asyncDispose]: () => rm(above, { recursive: true }) }
}

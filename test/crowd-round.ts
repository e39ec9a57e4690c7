import type { RubricData } from '@tumstock/rubric/contract'
import type { Visitor } from './world/create-world.ts'

/** How many questions anyone may answer at any time; beside them one that is shown by another. */
const QUESTIONS = 12

const text = (id: number) => ({ text: `Question ${id}`, type: 'text' }) as const

/** Nothing but questions whose answers tell who wrote them. */
const rubric: RubricData = {
  apiVersion: 1,
  id: 'crowded-hall',
  edition: '2026',
  title: 'The crowded hall',
  owner: 'The society of crowds',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: 'points', decimals: 0 },
  framework: 'nordic@1',
  questions: {
    ...Object.fromEntries(Array.from({ length: QUESTIONS }, (_, id) => [`q${id}`, text(id)])),
    plan: {
      text: 'Is there a plan?',
      type: 'choice',
      options: { yes: { text: 'Yes', points: 1 }, no: { text: 'No', points: 0 } },
    },
    detail: { text: 'Which?', type: 'text', showIf: { question: 'plan', is: 'yes' } },
  },
  indicators: {},
  categories: { all: { title: 'All', kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria: {
    plan: {
      title: 'Plan',
      why: 'A plan binds.',
      weight: 1,
      missing: 'zero',
      crosswalk: { GOV: 1 },
      reads: ['plan'],
      scoring: { by: 'points' },
      stage: 'survey',
    },
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: {},
  tieBreak: ['criteria.plan'],
  sources: [],
}

export const OPEN_QUESTIONS: readonly string[] = Array.from({ length: QUESTIONS }, (_, id) => `q${id}`)

/** An open round with questions for a crowd; its id. */
export async function openCrowdRound({ api }: Visitor): Promise<string> {
  await api.rubrics.save.mutate({ rubric })
  const { id } = await api.rounds.create.mutate({
    from: { edition: `${rubric.id}@${rubric.edition}` },
    title: 'The crowded hall',
  })
  await api.rounds.configure.mutate({ id, version: 1, patch: { referenceDate: '2026-01-01' } })
  await api.rounds.open.mutate({ id, version: 2 })
  return id
}

import type { RubricData } from '@tumstock/rubric/contract'

const leaf = (title: string, reads: string, weight: number) => ({
  title,
  why: 'It matters.',
  weight,
  missing: 'zero' as const,
  reads: [reads],
  scoring: { by: 'linear' as const, from: 0, to: 100 },
  stage: 'survey' as const,
})

const share = (text: string) => ({ type: 'share' as const, text })

/** Three criteria, two classes: enough to move weights in. */
export const rubric: RubricData = {
  apiVersion: 1,
  id: 'walkable-towns',
  edition: '2026',
  title: 'Walkable towns',
  owner: 'The society of walkers',
  country: 'NO',
  baseLanguage: 'en',
  languages: ['en'],
  purpose: 'award',
  scale: { max: 100, unit: 'points', decimals: 0 },
  framework: 'nordic@1',
  questions: { plan: share('Planned?'), path: share('Paved?'), lit: share('Lit?') },
  indicators: {},
  categories: {
    small: { title: 'Small', kind: 'municipality', population: { below: 10_000 } },
    large: { title: 'Large', kind: 'municipality', population: { from: 10_000 } },
  },
  combine: 'mean',
  missing: 'zero',
  criteria: {
    plan: leaf('Plan', 'plan', 1),
    street: {
      title: 'Street',
      why: 'It matters.',
      weight: 1,
      missing: 'zero',
      combine: 'mean',
      children: { path: leaf('Path', 'path', 1), lit: leaf('Light', 'lit', 1) },
    },
  },
  stages: [{ kind: 'survey' }, { kind: 'publication' }],
  awards: { best: { title: 'Best', per: 'category', decide: 'points', nominees: 3, winners: 1 } },
  tieBreak: [],
  sources: [],
}

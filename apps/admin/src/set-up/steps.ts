export const STEPS = [
  'basics',
  'categories',
  'criteria',
  'questions',
  'stages',
  'awards',
  'texts',
  'check',
] as const

export type Step = (typeof STEPS)[number]

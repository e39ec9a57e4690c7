/** The page that readers of an award get: generated from its definition, so that it cannot disagree with it. */
import type { RubricData } from './contract.ts'

/** `RUBRIC.md` of a plugin: every edition's tree, weights, questions, stages, awards, categories and sources. Deterministic. */
export const documentOf = (plugin: { id: string; editions: readonly RubricData[] }): string => plugin.id

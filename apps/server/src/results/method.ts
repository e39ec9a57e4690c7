import type { RubricData } from '@tumstock/rubric/contract'
import { nameOf } from '@tumstock/rubric/error'
import type { Method } from '../open-data/schemas.ts'

/** What has to stand beside every figure of a round: how it was made and what of that is assumed. */
export const methodOf = (rubric: RubricData, sha256: string): Method => ({
  rubric: nameOf(rubric),
  rubricSha256: sha256,
  purpose: rubric.purpose,
  combine: rubric.combine,
  missing: rubric.missing,
  ...(rubric.steps && { steps: [...rubric.steps] }),
  ...(rubric.years && { years: rubric.years }),
  scale: { max: rubric.scale.max, unit: rubric.scale.unit, decimals: rubric.scale.decimals },
  framework: rubric.framework,
  assumed: [...new Set(rubric.sources.flatMap(source => (source.status === 'assumed' ? source.about : [])))],
})

/** What a reader of a round that is no ordinary one must know before anything else. */
export const noticeOf = (kind: 'round' | 'record' | 'synthetic'): string | null => {
  if (kind === 'synthetic')
    return 'Synthetic data: made up by a seeded generator. It says nothing about any real unit.'
  if (kind === 'record')
    return 'A record of facts that others have published, each with its source and status.'
  return null
}

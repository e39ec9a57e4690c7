import { NO_EDITS } from '../rounds/edits.ts'
import type { RoundRow } from '../rounds/service.ts'
import { timeZoneOf } from '../rounds/time-zone.ts'

type Made = {
  id: string
  award: string
  edition: string
  title: string
  referenceDate: string
  country: string
  definition: string
  functionsHash: string | null
  now: string
}

/** A round with made-up answers: published, and run by nobody, unless its maker says otherwise. */
export const syntheticRound = ({
  id,
  award,
  edition,
  title,
  referenceDate,
  country,
  definition,
  functionsHash,
  now,
}: Made): RoundRow => ({
  id,
  organizationId: null,
  kind: 'synthetic',
  state: 'published',
  title,
  description: '',
  rubricId: award,
  edition,
  year: Number(edition),
  country,
  referenceDate,
  base: definition,
  edits: JSON.stringify(NO_EDITS),
  definition,
  functionsHash,
  timeZone: timeZoneOf(country),
  releaseAt: null,
  twoFactorFor: '[]',
  prefillFrom: null,
  nomineesAt: null,
  clonedFrom: null,
  record: null,
  openedAt: now,
  publishedVersion: 1,
  createdAt: now,
  createdBy: null,
  version: 1,
})

import type { Schema } from '../db/schema.ts'

/**
 * Every table, each after those that its rows name; false where a backup leaves it out. What lets somebody in is left
 * out: a session that has been ended since, or a link that has been used, would work again.
 */
const KEPT: Record<keyof Schema, boolean> = {
  user: true,
  session: false,
  account: true,
  verification: false,
  twoFactor: true,
  organization: true,
  member: true,
  invitation: true,
  definition: true,
  rubric: true,
  round: true,
  stage: true,
  evaluation: true,
  publication: true,
  audit: true,
  entry: true,
  entryUnit: true,
  answer: true,
  mark: true,
  upload: true,
  importPreview: true,
  importBatch: true,
  job: true,
  analysis: true,
  seat: true,
  seatInvitation: true,
  assignment: true,
  conflict: true,
  nomination: true,
  nominee: true,
  submission: true,
  presence: false,
  responseTarget: true,
  evidence: true,
  reply: true,
  extension: true,
  stageChange: true,
  mail: true,
  reminder: true,
}

export type TableName = keyof Schema

export const TABLES = Object.keys(KEPT) as readonly TableName[]
export const KEPT_TABLES: readonly TableName[] = TABLES.filter(name => KEPT[name])

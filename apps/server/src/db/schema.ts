import type { TakingPart } from './taking-part.ts'

/**
 * Every table. Text, integer and double precision only, so that SQLite and PostgreSQL hold the same: times are ISO-8601
 * UTC text, flags 0/1, JSON is text and converted at the query. Units are not here: the register is read-only data.
 */

/** A person; `role` is the platform role. Owned by better-auth, like the eight tables after it. */
export type UserTable = {
  id: string
  name: string
  email: string
  emailVerified: number
  image: string | null
  role: string
  createdAt: string
  updatedAt: string
  /** True once a code of the second factor was given. */
  twoFactorEnabled: number
  /** As the identity provider told it at the last sign-in; null where none did. */
  organisationNumber: string | null
}

/** What a person proves themselves with beside the first factor; both secrets are encrypted. */
export type TwoFactorTable = {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: number
  failedVerificationCount: number
  lockedUntil: string | null
}

export type SessionTable = {
  id: string
  expiresAt: string
  token: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
  userId: string
  activeOrganizationId: string | null
}

export type AccountTable = {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: string
  updatedAt: string
}

export type VerificationTable = {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string
  updatedAt: string
}

export type OrganizationTable = {
  id: string
  name: string
  slug: string
  logo: string | null
  createdAt: string
  metadata: string | null
}

export type MemberTable = {
  id: string
  organizationId: string
  userId: string
  role: string
  createdAt: string
}

export type InvitationTable = {
  id: string
  organizationId: string
  email: string
  role: string | null
  status: string
  expiresAt: string
  createdAt: string
  inviterId: string
}

/** Content-addressed: a rubric's canonical JSON under its SHA-256. Written once, never changed. */
export type DefinitionTable = { hash: string; body: string; createdAt: string }

/** An organiser's own rubric; `definition` is the hash of its current text. */
export type RubricTable = {
  id: string
  edition: string
  organizationId: string | null
  definition: string
  createdAt: string
  createdBy: string | null
}

export type RoundTable = {
  id: string
  /** Null for records and synthetic rounds, which belong to the installation. */
  organizationId: string | null
  kind: 'round' | 'record' | 'synthetic'
  state: 'draft' | 'open' | 'evaluated' | 'published'
  title: string
  description: string
  rubricId: string
  edition: string
  year: number
  country: string
  referenceDate: string
  /** Hash of the edition as it was when the round was made. */
  base: string
  /** JSON of `Edits`: what this round changes in its base. */
  edits: string
  /** Hash of the resolved definition; null in a draft, frozen from the opening on. */
  definition: string | null
  /** Hash of the edition's functions file at the opening; null without functions. */
  functionsHash: string | null
  /** IANA name; the zone in which the organiser writes times. */
  timeZone: string
  /** When evaluated results are published by themselves; null = by hand. */
  releaseAt: string | null
  /** JSON list of round roles whose people must have a second factor. */
  twoFactorFor: string
  /** The round whose answers are offered again. */
  prefillFrom: string | null
  /** From when on everybody may see who is nominated; null = not announced. */
  nomineesAt: string | null
  /** The round that it was cloned from. */
  clonedFrom: string | null
  /** JSON of the published facts, for kind `record`. */
  record: string | null
  openedAt: string | null
  publishedVersion: number | null
  createdAt: string
  createdBy: string | null
  /** Grows with each change; a save that names an older one is refused. */
  version: number
}

/** A stage's time window; either end may be open while the round is a draft. */
export type StageTable = {
  roundId: string
  kind: string
  position: number
  opensAt: string | null
  closesAt: string | null
  /** How long after closing an answer is still taken. */
  graceMinutes: number
  /** Until when entries may reply to what the stage found; null where it finds nothing. */
  replyUntil: string | null
  /** 1 where those who judge do not see names. */
  blind: number
}

export type EntryTable = {
  id: string
  roundId: string
  name: string
  /** A category id of the round's rubric; null when the entry belongs to none. */
  category: string | null
  /** How the category was found: a code the screens render. */
  categoryReason: string
  /** Inhabitants at the reference date; null when unknown. */
  population: number | null
  kind: string
  country: string
  participation: 'compete' | 'benchmark' | 'anonymous' | 'contribute'
  /** `nominated`: by others, the municipality has not answered yet. */
  state: 'nominated' | 'invited' | 'accepted' | 'declined' | 'withdrawn'
  origin: 'invited' | 'nominated' | 'imported'
  /** In which it is written to and asked; null = the rubric's. */
  language: string | null
  /** E-mail address that invitations go to. */
  contact: string | null
  /** Why it declined, was withdrawn, or counts without having been sent in. */
  reason: string | null
  /** Why eligibility or category was decided otherwise than the register says. */
  overrideReason: string | null
  /** Until when a nominated municipality may complete or decline. */
  completeUntil: string | null
  /** Null while it is being answered; what was imported or written by the organiser is submitted at once. */
  submittedAt: string | null
  /** The entry that it takes part with, as one; null = by itself. Until they part it is withdrawn. */
  joinedTo: string | null
  /** Who says that it may not compete; null = it may. Such an entry is scored and not ranked. */
  ineligible: 'register' | 'organiser' | null
  /** The import that made it, so that undoing it removes it. */
  importId: string | null
  createdAt: string
  version: number
}

/** The units of an entry; position 0 is the lead. */
export type EntryUnitTable = {
  entryId: string
  roundId: string
  unitId: string
  position: number
  /** The entry that the unit had before it joined this one, and gets back when they part. */
  ownEntryId: string | null
}

/** One answer in one layer: what the entry claims, what the desk found, what the visit found. */
export type AnswerTable = {
  entryId: string
  roundId: string
  question: string
  layer: 'claim' | 'desk' | 'visit'
  /** JSON of `AnswerValue`; of the desk and the visit also `null`: nothing shows what is claimed. */
  value: string
  /** Why the desk or the visit differs from the layer below. */
  reason: string | null
  /** How sure the desk or the visit is: 1 hardly, 2 fairly, 3 sure. */
  confidence: number | null
  /** JSON of what stood beneath when the desk or the visit looked: a claim that changes afterwards was not looked at. */
  against: string | null
  authorId: string | null
  importId: string | null
  at: string
  version: number
}

/** A juror's or assessor's mark of one criterion: a point value of its scale, by the seat of whoever gave it. */
export type MarkTable = {
  entryId: string
  roundId: string
  /** Path of the criterion. */
  criterion: string
  seat: number
  points: number
  importId: string | null
  at: string
}

/** A file that somebody sent; its bytes lie in the data folder under its id. */
export type UploadTable = {
  id: string
  fileName: string
  contentType: string
  size: number
  sha256: string
  /** The entry whose evidence it is; null for tables to import. */
  roundId: string | null
  entryId: string | null
  createdAt: string
  createdBy: string
}

/** What a preview read, waiting to be imported or forgotten. */
export type ImportPreviewTable = {
  token: string
  roundId: string
  fileName: string
  body: string
  createdAt: string
  createdBy: string
}

export type ImportBatchTable = {
  id: string
  roundId: string
  fileName: string
  sha256: string
  imported: number
  leftOut: number
  /** JSON of what stood before, for undoing. */
  before: string
  createdAt: string
  createdBy: string | null
  undoneAt: string | null
}

/** What the engine said about a round, with the hashes of what it read. */
export type EvaluationTable = {
  id: string
  roundId: string
  definition: string
  inputHash: string
  body: string
  errors: number
  createdAt: string
  createdBy: string | null
}

/** Work that goes on after the request that asked for it; `payload` holds ids and settings, nothing about people. */
export type JobTable = {
  id: string
  /** One job for each, however often it is asked for. */
  key: string
  kind: string
  /** JSON, as its handler takes it. */
  payload: string
  state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled'
  /** 0 to 1. */
  progress: number
  /** JSON of `Failure`. */
  failure: string | null
  attempts: number
  /** Who runs it, and until when that stands without being said again. */
  owner: string | null
  leaseUntil: string | null
  /** Not before; null = at once. */
  dueAt: string | null
  createdAt: string
  finishedAt: string | null
}

/** A long analysis of a round's results; `id` is the hash of the request and of what it is about. */
export type AnalysisTable = {
  id: string
  roundId: string
  jobId: string
  /** Of the answers that it is about. */
  inputHash: string
  /** JSON of `AnalysisRequest`. */
  request: string
  /** JSON; null until it is there. */
  result: string | null
  createdAt: string
  createdBy: string | null
}

/** An immutable snapshot: `sha256` over `body`, which is canonical JSON. */
export type PublicationTable = {
  roundId: string
  version: number
  sha256: string
  body: string
  erratum: string | null
  publishedAt: string
  publishedBy: string | null
}

/** Append-only; each row's hash covers the row and the hash before it. */
export type AuditTable = {
  seq: number
  at: string
  actorId: string | null
  action: string
  subject: string
  detail: string
  previous: string
  hash: string
}

export type Schema = {
  user: UserTable
  session: SessionTable
  account: AccountTable
  verification: VerificationTable
  twoFactor: TwoFactorTable
  organization: OrganizationTable
  member: MemberTable
  invitation: InvitationTable
  definition: DefinitionTable
  rubric: RubricTable
  round: RoundTable
  stage: StageTable
  entry: EntryTable
  entryUnit: EntryUnitTable
  answer: AnswerTable
  mark: MarkTable
  upload: UploadTable
  importPreview: ImportPreviewTable
  importBatch: ImportBatchTable
  evaluation: EvaluationTable
  job: JobTable
  analysis: AnalysisTable
  publication: PublicationTable
  audit: AuditTable
} & TakingPart

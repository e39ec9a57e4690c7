import type { Generated } from 'kysely'

/** The tables of a round that people live in; `schema.ts` has the rest and the rules for both. */

/** What a person may be in a round. `lead` and `contributor` belong to an entry. */
export type RoundRole =
  | 'organiser'
  | 'lead'
  | 'contributor'
  | 'desk'
  | 'visitor'
  | 'juror'
  | 'chair'
  | 'observer'

/** A role that a person has in a round. */
export type SeatTable = {
  id: string
  roundId: string
  userId: string
  role: RoundRole
  /** The entry of a lead or contributor, else null. */
  entryId: string | null
  /** JSON list of the areas that a contributor writes; null = all. */
  sections: string | null
  createdAt: string
  createdBy: string | null
}

/** A seat that is offered by e-mail. The link holds the token, the table only its SHA-256. */
export type SeatInvitationTable = {
  id: string
  roundId: string
  role: RoundRole
  entryId: string | null
  sections: string | null
  email: string
  name: string
  language: string
  tokenHash: string
  expiresAt: string
  createdAt: string
  createdBy: string | null
  acceptedAt: string | null
  acceptedBy: string | null
  revokedAt: string | null
}

/** Which entries an assessor, visitor or juror has before them. */
export type AssignmentTable = {
  roundId: string
  entryId: string
  userId: string
  role: 'desk' | 'visitor' | 'juror'
  createdAt: string
  createdBy: string | null
}

/** Somebody who may not assess an entry, and does not see it. */
export type ConflictTable = {
  roundId: string
  entryId: string
  userId: string
  /** `own`: they take part in it, or work where it comes from. */
  source: 'declared' | 'organiser' | 'own'
  reason: string
  at: string
  by: string | null
}

/** Somebody's proposal of a municipality, before it becomes an entry. */
export type NominationTable = {
  id: string
  roundId: string
  /** Null until it is taken up, and again when the entry is removed. */
  entryId: string | null
  /** JSON list of register ids, the lead first. */
  units: string
  title: string | null
  /** JSON: by question, what the nominator wrote. */
  answers: string
  nominatorName: string
  nominatorEmail: string
  language: string
  state: 'received' | 'forwarded' | 'dismissed'
  reason: string | null
  at: string
  decidedAt: string | null
  decidedBy: string | null
}

/** An entry that goes on to an award which points alone do not decide. */
export type NomineeTable = {
  roundId: string
  /** An award id of the round's rubric. */
  award: string
  entryId: string
  /** JSON: by language, why. */
  reasons: string
  at: string
  by: string | null
}

/** What an entry had answered when its lead sent it in: `sha256` over `body`, which is canonical JSON. */
export type SubmissionTable = {
  id: string
  entryId: string
  roundId: string
  at: string
  by: string | null
  sha256: string
  body: string
  reopenedAt: string | null
  reopenedBy: string | null
  reopenReason: string | null
}

/** Who has an entry's questionnaire open; a row that is not renewed is out of date. */
export type PresenceTable = { entryId: string; userId: string; section: string | null; at: string }

/** How many should answer. `group`: `all`, `category:<id>` or `county:<register id>`; `share` 0 to 1. */
export type ResponseTargetTable = { roundId: string; group: string; share: number }

/** A file or link behind one answer in one layer. */
export type EvidenceTable = {
  id: string
  entryId: string
  roundId: string
  question: string
  layer: 'claim' | 'desk' | 'visit'
  kind: 'file' | 'link'
  uploadId: string | null
  url: string | null
  /** The day on which the author saw that the link shows it: `2026-12-31`. */
  checkedOn: string | null
  title: string
  authorId: string | null
  at: string
}

/** An entry's answer to a finding, and what the assessors made of it. */
export type ReplyTable = {
  id: string
  entryId: string
  roundId: string
  question: string
  layer: 'desk' | 'visit'
  stance: 'accept' | 'object'
  text: string
  authorId: string | null
  at: string
  outcome: 'kept' | 'changed' | null
  answer: string | null
  /** JSON of the finding's value before it was changed. */
  before: string | null
  answeredBy: string | null
  answeredAt: string | null
}

/** One entry's later closing time of one stage. */
export type ExtensionTable = {
  entryId: string
  roundId: string
  stage: string
  until: string
  reason: string
  at: string
  by: string | null
}

/** What happened to a stage; the key lets each change of the plan happen once. */
export type StageChangeTable = {
  key: string
  roundId: string
  stage: string
  /** `stage` is `publication` for the two last ones. */
  change:
    | 'opened'
    | 'closed'
    | 'repliesEnded'
    | 'moved'
    | 'reopened'
    | 'extended'
    | 'released'
    | 'releaseFailed'
  scheduledFor: string | null
  at: string
  by: string | null
  reason: string | null
  /** JSON of `ChangeDetail`: what was changed from what, or for which entry. */
  detail: string
}

/** A message to one person. `kept`: no SMTP server is set, it waits in the outbox. */
export type MailTable = {
  id: string
  /** One message for each, however often it is asked for. */
  key: string
  roundId: string | null
  recipient: string
  subject: string
  text: string
  state: 'queued' | 'sent' | 'kept' | 'failed'
  /** Why the last try came to nothing. */
  failure: string | null
  /** Tries that came to nothing. */
  attempts: Generated<number>
  createdAt: string
  sentAt: string | null
}

/** A reminder that went to a group, as it was shown before it was sent. */
export type ReminderTable = {
  id: string
  roundId: string
  /** JSON of the group that was chosen. */
  group: string
  /** JSON: subject and text by language. */
  texts: string
  recipients: number
  at: string
  by: string | null
}

export type TakingPart = {
  seat: SeatTable
  seatInvitation: SeatInvitationTable
  assignment: AssignmentTable
  conflict: ConflictTable
  nomination: NominationTable
  nominee: NomineeTable
  submission: SubmissionTable
  presence: PresenceTable
  responseTarget: ResponseTargetTable
  evidence: EvidenceTable
  reply: ReplyTable
  extension: ExtensionTable
  stageChange: StageChangeTable
  mail: MailTable
  reminder: ReminderTable
}

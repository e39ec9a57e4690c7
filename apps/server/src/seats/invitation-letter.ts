import type { StageKind } from '@tumstock/rubric/contract'
import type { RoundRole } from '../db/taking-part.ts'
import { type InvitationWords, lettersIn } from '../mail/letters/letters.ts'
import type { Letter } from '../mail/post.ts'

type Window = { kind: string; closesAt: string | null }

/** The stages in which a role has something to do. */
const BUSY: Partial<Record<RoundRole, readonly StageKind[]>> = {
  lead: ['nomination', 'survey'],
  contributor: ['nomination', 'survey'],
  desk: ['verification'],
  visitor: ['siteVisit'],
  juror: ['jury'],
  chair: ['jury'],
}

/** When the role's next stage closes; null when it has none, or none that closes. */
export const deadlineOf = (role: RoundRole, windows: readonly Window[], now: string): string | null =>
  windows
    .filter(({ kind }) => BUSY[role]?.some(stage => stage === kind))
    .flatMap(({ closesAt }) => (closesAt !== null && closesAt > now ? [closesAt] : []))
    .toSorted()[0] ?? null

export type InvitationMail = {
  invitation: { id: string; email: string; language: string; tokenHash: string }
  round: string
  words: InvitationWords
}

/** The letter with an invitation's link; a new link is a new letter. */
export const invitationLetter = ({ invitation, round, words }: InvitationMail): Letter => ({
  key: `invitation/${invitation.id}/${invitation.tokenHash}`,
  to: invitation.email,
  round,
  ...lettersIn(invitation.language).invitation(words),
})

import { z } from 'zod'
import { LETTER_LANGUAGES } from '../mail/letters/letters.ts'
import { ROUND_ROLES } from '../policy.ts'
import { procedure, router } from '../trpc.ts'
import { assign, previewAssignment } from './assign.ts'
import { handOver, inviteColleague, listColleagues, removeColleague } from './colleagues.ts'
import { acceptInvitation, lookAtInvitation } from './join.ts'
import { listSeats } from './list.ts'
import {
  invitePeople,
  removeSeat,
  requireTwoFactor,
  resendInvitations,
  revokeInvitations,
} from './service.ts'

const MOST = 2000

const id = z.string().min(1).max(100)
const lang = z.string().max(10).optional()
const role = z.enum(ROUND_ROLES)
/** One line, since it stands in letters. */
const name = z
  .string()
  .trim()
  .min(1, 'a name is needed')
  .max(200)
  .regex(/^\P{Cc}*$/u, 'a name is one line')
const email = z.email('not an e-mail address').max(200)
const sections = z.array(z.string().max(500)).min(1).max(200).nullable()
const language = z.enum(LETTER_LANGUAGES).optional()
const token = z.string().min(1).max(200)
const ofEntry = { round: id, entry: id }

const person = z.strictObject({
  email,
  name,
  role,
  entry: id.optional(),
  sections: sections.optional(),
  language,
})
const invitations = z.strictObject({ round: id, invitations: z.array(id).min(1).max(MOST) })
const assignment = z.strictObject({
  round: id,
  role: z.enum(['desk', 'visitor', 'juror']),
  entries: z.array(id).max(MOST),
  people: z.array(id).max(MOST),
  how: z.enum(['these', 'evenly', 'none']),
  each: z.int().min(1).max(20).default(1),
})

export const seatsRouter = router({
  list: procedure('seats.list')
    .input(z.strictObject({ round: id, lang }))
    .query(({ ctx, input }) => listSeats(ctx, input)),
  invite: procedure('seats.invite')
    .input(z.strictObject({ round: id, people: z.array(person).min(1).max(MOST) }))
    .mutation(({ ctx, input }) => invitePeople(ctx, input)),
  resend: procedure('seats.resend')
    .input(invitations)
    .mutation(({ ctx, input }) => resendInvitations(ctx, input)),
  revoke: procedure('seats.revoke')
    .input(invitations)
    .mutation(({ ctx, input }) => revokeInvitations(ctx, input)),
  remove: procedure('seats.remove')
    .input(z.strictObject({ round: id, seat: id }))
    .mutation(({ ctx, input }) => removeSeat(ctx, input)),
  preview: procedure('seats.assign')
    .input(assignment)
    .query(({ ctx, input }) => previewAssignment(ctx, input)),
  assign: procedure('seats.assign')
    .input(assignment)
    .mutation(({ ctx, input }) => assign(ctx, input)),
  requireTwoFactor: procedure('seats.requireTwoFactor')
    .input(z.strictObject({ round: id, roles: z.array(role) }))
    .mutation(({ ctx, input }) => requireTwoFactor(ctx, input)),
  colleagues: procedure('seats.colleagues')
    .input(z.strictObject({ ...ofEntry, lang }))
    .query(({ ctx, input }) => listColleagues(ctx, input)),
  inviteColleague: procedure('seats.inviteColleague')
    .input(z.strictObject({ ...ofEntry, email, name, sections, language }))
    .mutation(({ ctx, input }) => inviteColleague(ctx, input)),
  removeColleague: procedure('seats.removeColleague')
    .input(
      z.union([z.strictObject({ ...ofEntry, seat: id }), z.strictObject({ ...ofEntry, invitation: id })]),
    )
    .mutation(({ ctx, input }) => removeColleague(ctx, input)),
  handOver: procedure('seats.handOver')
    .input(z.strictObject({ ...ofEntry, seat: id }))
    .mutation(({ ctx, input }) => handOver(ctx, input)),
  look: procedure('seats.look')
    .input(z.strictObject({ token, lang }))
    .query(({ ctx, input }) => lookAtInvitation(ctx, input)),
  accept: procedure('seats.accept')
    .input(z.strictObject({ token, name: name.optional(), asMe: z.boolean().optional() }))
    .mutation(({ ctx, input }) => acceptInvitation(ctx, input)),
})

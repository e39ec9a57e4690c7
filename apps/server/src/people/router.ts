import { z } from 'zod'
import { LETTER_LANGUAGES } from '../mail/letters/letters.ts'
import { procedure, router } from '../trpc.ts'
import { MIN_PASSWORD } from './auth.ts'
import { GIVEN_ROLES } from './given-roles.ts'
import {
  createPerson,
  listPeople,
  me,
  type NewPerson,
  removePerson,
  resetSecondFactor,
  setRole,
} from './service.ts'

const role = z.enum(GIVEN_ROLES)
const id = z.string().max(100)
const who = {
  name: z.string().trim().min(1, 'a name is needed').max(200),
  email: z.email('not an e-mail address').max(200),
  role,
}
const password = z.string().min(MIN_PASSWORD, `at least ${MIN_PASSWORD} characters`).max(128)
const newPerson = z
  .strictObject({ ...who, password: password.optional(), language: z.enum(LETTER_LANGUAGES).optional() })
  .transform(({ password, language, ...person }, ctx): NewPerson => {
    if (password !== undefined) return { ...person, password }
    if (language !== undefined) return { ...person, language }
    ctx.addIssue({ code: 'custom', path: ['password'], message: 'give one, or the language of a letter' })
    return z.NEVER
  })

export const peopleRouter = router({
  me: procedure('people.me').query(({ ctx }) => me(ctx)),
  list: procedure('people.list').query(({ ctx }) => listPeople(ctx)),
  create: procedure('people.create')
    .input(newPerson)
    .mutation(({ ctx, input }) => createPerson(ctx, input)),
  setRole: procedure('people.setRole')
    .input(z.strictObject({ id, role }))
    .mutation(({ ctx, input }) => setRole(ctx, input)),
  resetSecondFactor: procedure('people.resetSecondFactor')
    .input(z.strictObject({ id }))
    .mutation(({ ctx, input }) => resetSecondFactor(ctx, input.id)),
  remove: procedure('people.remove')
    .input(z.strictObject({ id }))
    .mutation(({ ctx, input }) => removePerson(ctx, input.id)),
})

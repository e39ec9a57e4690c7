import { vi } from 'vitest'
import { type Visitor, visit, type World } from '../world/create-world.ts'
import { type Session, signedIn } from './session.ts'

export type Api = Visitor['api']

/** Somebody in a round: at the server, and in a browser. */
export type Person = { api: Api; session: Session; id: string }

/** Who lets people in. */
export type By = { world: World; admin: Api; organiser: Api }

type Invited = Parameters<Api['seats']['invite']['mutate']>[0]['people'][number]

export type Seat = Omit<Invited, 'email' | 'language'> & { round: string }

const PATIENCE = { timeout: 20_000 }

/** Invited by a letter, whose link they follow. */
export async function seat(by: By, { round, ...seating }: Seat): Promise<Person> {
  const { name } = seating
  const email = `${name.toLowerCase().replaceAll(/[^\p{L}\d]+/gu, '-')}@seated.example`
  await by.organiser.seats.invite.mutate({ round, people: [{ email, ...seating }] })
  return follow(by, { email, name })
}

/** Follows the link of the invitation to that address, as somebody with a password. */
export async function follow(
  { world, admin }: Omit<By, 'organiser'>,
  { email, name }: { email: string; name: string },
): Promise<Person> {
  const password = `password of ${name}`
  const { id } = await admin.people.create.mutate({ email, password, name, role: 'participant' })
  const token = await tokenTo(admin, email)
  const { api } = await visit(world.url, { email, password })
  await api.seats.accept.mutate({ token })
  return { api, id, session: await signedIn(world, { email, password }) }
}

/** Without a mail server the administrator hands letters on, once they have come to the outbox. */
export const tokenTo = (admin: Api, email: string): Promise<string> =>
  vi.waitUntil(async () => {
    const { letters } = await admin.mail.list.query({})
    return /\/join\/([\w-]+)/.exec(letters.find(one => one.recipient === email)?.text ?? '')?.[1]
  }, PATIENCE)

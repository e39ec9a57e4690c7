import type { Installation } from '../context.ts'
import type { LetterLanguage } from '../mail/letters/letters.ts'
import { post } from '../mail/post.ts'
import { LETTERS } from './letters.ts'
import { personByEmail } from './queries.ts'
import { signInToken, TOKEN_MINUTES } from './sign-in-token.ts'

type Wish = { email: string; language: LetterLanguage }

/** Sends a link by which the person of this address signs in, at most one a minute; nothing where there is no such person. */
export async function sendSignInLink(
  house: Pick<Installation, 'db' | 'jobs' | 'now' | 'address'>,
  { email, language }: Wish,
): Promise<void> {
  const to = email.toLowerCase()
  const person = await personByEmail(house.db, to)
  if (!person) return
  await house.db.transaction().execute(async tx => {
    const token = await signInToken(house, tx, to)
    // Behind the #, where it reaches no server's log and no other site.
    const link = `${house.address()}/sign-in/link#${token}`
    const letter = LETTERS[language].link({ link, minutes: TOKEN_MINUTES })
    await post(house, tx, { key: `sign-in/${person.id}/${house.now().slice(0, MINUTE)}`, to, ...letter })
  })
}

/** Signs of an ISO time up to its minute. */
const MINUTE = '2026-01-01T00:00'.length

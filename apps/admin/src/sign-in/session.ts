import { postAuth } from './post-auth.ts'

/** What a first factor leads to: in, or to the question for the second. */
export type Entered = { secondFactor: boolean }

const enter = async (path: string, body: object): Promise<Entered> => ({
  secondFactor: (await postAuth(`sign-in/${path}`, body)).secondFactor === true,
})

export const signIn = (credentials: { email: string; password: string }) => enter('email', credentials)

export const signInByLink = (token: string) => enter('link/verify', { token })

export const showSecondFactor = (proof: { code: string } | { backupCode: string }) =>
  enter('second-factor', proof)

/** Has a link sent, if there is anybody with this address. */
export const askForLink = async (wish: { email: string; language: string }): Promise<void> =>
  void (await postAuth('sign-in/link', wish))

/** Where the identity provider asks who one is; it sends the browser back to `to`. */
export const askProvider = async (to: string): Promise<string> =>
  String((await postAuth('sign-in/oidc', { to })).url)

export const signOut = async (): Promise<void> => void (await postAuth('sign-out', {}))

import { postAuth } from '../sign-in/post-auth.ts'

/** What an authenticator app needs, and the codes for when it is away. Both are told once. */
export type Begun = { uri: string; backupCodes: readonly string[] }

type Password = { password?: string }

export async function beginSecondFactor(password: Password): Promise<Begun> {
  const { uri, backupCodes } = await postAuth('second-factor/begin', password)
  return { uri: String(uri), backupCodes: backupCodes as string[] }
}

export const confirmSecondFactor = async (code: string): Promise<void> =>
  void (await postAuth('second-factor/confirm', { code }))

export const newBackupCodes = async (password: Password): Promise<readonly string[]> =>
  (await postAuth('second-factor/codes', password)).backupCodes as string[]

export const endSecondFactor = async (password: Password): Promise<void> =>
  void (await postAuth('second-factor/end', password))

/** The key in an `otpauth:` address, in groups that can be read out. */
export const keyOf = (uri: string): string =>
  (new URL(uri).searchParams.get('secret') ?? '').replaceAll(/(.{4})(?=.)/g, '$1 ')

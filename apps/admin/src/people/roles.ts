/** Roles that a person can be given; the server holds the same. */
export const ROLES = ['admin', 'auditor', 'organiser', 'viewer', 'participant'] as const
export type Role = (typeof ROLES)[number]

export const MIN_PASSWORD = 12

/** Letters and digits that are not taken for each other when they are read out. */
const SIGNS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password to hand over, even over all signs. */
export const newPassword = (random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array): string => {
  const limit = 256 - (256 % SIGNS.length)
  let made = ''
  while (made.length < 16)
    for (const byte of random(new Uint8Array(32)))
      if (byte < limit && made.length < 16) made += SIGNS[byte % SIGNS.length]
  return made
}

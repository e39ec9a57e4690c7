import type { join as english } from '../en/join.ts'
import type { Shape } from '../shape.ts'

export const join = {
  title: 'Invitasjon',
  heading: 'Du er invitert til {{round}}',
  by: 'Invitert av',
  organisation: 'Arrangør',
  as: 'Du deltek som',
  of: '{{role}} for {{entry}}',
  areas: 'Du svarar på',
  deadline: 'Frist',
  expires: 'Lenkja gjeld til',
  name: 'Namnet ditt',
  nameHelp: 'Slik andre i runden ser det.',
  nameMissing: 'Skriv namnet ditt.',
  act: 'Delta',
  new: 'Du deltek som {{email}}. Du kan lage eit passord etterpå, eller logge inn med ei lenkje kvar gong.',
  known: 'Du har vore her før som {{email}}. Logg inn, så kjem du tilbake til denne sida.',
  signIn: 'Logg inn',
  other: 'Invitasjonen vart send til {{invited}}, og du er logga inn som {{me}}.',
  otherChoice: 'Kven deltek?',
  asMe: 'Eg, som {{me}}',
  asInvited: 'Logg ut, og gå vidare som {{invited}}',
  signOut: 'Logg ut og gå vidare',
  dead: 'Denne invitasjonen kan ikkje brukast',
  deadText:
    'Han kan vere brukt, trekt tilbake, erstatta av eit nyare brev eller gått ut. Har du brukt han, kan du logge inn. Elles kan du be den som sende han, om ein ny.',
  toRounds: 'Til rundane',
} as const satisfies Shape<typeof english>

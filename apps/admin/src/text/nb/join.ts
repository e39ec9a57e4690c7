import type { join as english } from '../en/join.ts'
import type { Shape } from '../shape.ts'

export const join = {
  title: 'Invitasjon',
  heading: 'Du er invitert til {{round}}',
  by: 'Invitert av',
  organisation: 'Arrangeres av',
  as: 'Du deltar som',
  of: '{{role}} for {{entry}}',
  areas: 'Du svarer på',
  deadline: 'Frist',
  expires: 'Lenken gjelder til',
  name: 'Navnet ditt',
  nameHelp: 'Slik andre i runden ser det.',
  nameMissing: 'Skriv navnet ditt.',
  act: 'Delta',
  new: 'Du deltar som {{email}}. Du kan lage et passord etterpå, eller logge inn med en lenke hver gang.',
  known: 'Du har vært her før som {{email}}. Logg inn, så kommer du tilbake til denne siden.',
  signIn: 'Logg inn',
  other: 'Invitasjonen ble sendt til {{invited}}, og du er logget inn som {{me}}.',
  otherChoice: 'Hvem deltar?',
  asMe: 'Jeg, som {{me}}',
  asInvited: 'Logg ut, og gå videre som {{invited}}',
  signOut: 'Logg ut og gå videre',
  dead: 'Denne invitasjonen kan ikke brukes',
  deadText:
    'Den kan være brukt, trukket tilbake, erstattet av et nyere brev eller gått ut. Har du brukt den, kan du logge inn. Ellers kan du be den som sendte den, om en ny.',
  toRounds: 'Til rundene',
} as const satisfies Shape<typeof english>

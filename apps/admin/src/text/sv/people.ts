import type { people as english } from '../en/people.ts'
import type { Shape } from '../shape.ts'

export const people = {
  title: 'Personer',
  lead: 'Vilka som får logga in, och vad de får göra.',
  add: 'Lägg till person',
  none: 'Ingen annan ännu',
  noneText: 'Lägg till dem som driver omgångar tillsammans med dig.',
  name: 'Namn',
  email: 'E-post',
  role: 'Roll',
  seen: 'Senast sedd',
  never: 'aldrig',
  you: 'du',
  roleOf: 'Rollen för {{name}}',
  remove: 'Ta bort',
  removeOf: 'Ta bort {{name}}',
  roleMeans: {
    admin: 'Ser och ändrar allt, även personer.',
    organiser: 'Driver organisationens omgångar.',
    viewer: 'Ser organisationens omgångar, ändrar inget.',
  },
  create: {
    title: 'Lägg till person',
    lead: 'Ge dem lösenordet själv; inget skickas.',
    password: 'Första lösenord',
    passwordHelp: 'Minst {{count}} tecken.',
    make: 'Skapa ett',
    submit: 'Lägg till',
    nameMissing: 'Skriv ett namn.',
    emailBad: 'Skriv en e-postadress.',
    passwordShort: 'Minst {{count}} tecken.',
  },
  sure: 'Ta bort {{name}}?',
  sureText: 'De loggas ut genast. Det de har gjort står i granskningsloggen.',
  changed: '{{name}} är nu {{role}}.',
} as const satisfies Shape<typeof english>

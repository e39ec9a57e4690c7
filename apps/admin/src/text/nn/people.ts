import type { people as english } from '../en/people.ts'
import type { Shape } from '../shape.ts'

export const people = {
  title: 'Personar',
  lead: 'Kven som kan logge inn, og kva dei kan gjere.',
  add: 'Legg til person',
  none: 'Ingen andre enno',
  noneText: 'Legg til dei som driv rundar saman med deg.',
  name: 'Namn',
  email: 'E-post',
  role: 'Rolle',
  seen: 'Sist sett',
  never: 'aldri',
  you: 'deg',
  roleOf: 'Rolla til {{name}}',
  remove: 'Fjern',
  removeOf: 'Fjern {{name}}',
  roleMeans: {
    admin: 'Ser og endrar alt, også personar.',
    organiser: 'Driv rundane til organisasjonen.',
    viewer: 'Ser rundane til organisasjonen, endrar ingenting.',
  },
  create: {
    title: 'Legg til person',
    lead: 'Gje dei passordet sjølv; ingenting blir sendt.',
    password: 'Første passord',
    passwordHelp: 'Minst {{count}} teikn.',
    make: 'Lag eit',
    submit: 'Legg til',
    nameMissing: 'Skriv eit namn.',
    emailBad: 'Skriv ei e-postadresse.',
    passwordShort: 'Minst {{count}} teikn.',
  },
  sure: 'Fjerne {{name}}?',
  sureText: 'Dei blir logga ut med ein gong. Det dei har gjort, står i revisjonsloggen.',
  changed: '{{name}} er no {{role}}.',
} as const satisfies Shape<typeof english>

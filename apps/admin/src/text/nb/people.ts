import type { people as english } from '../en/people.ts'
import type { Shape } from '../shape.ts'

export const people = {
  title: 'Personer',
  lead: 'Hvem som kan logge inn, og hva de kan gjøre.',
  add: 'Legg til person',
  none: 'Ingen andre ennå',
  noneText: 'Legg til dem som driver runder sammen med deg.',
  name: 'Navn',
  email: 'E-post',
  role: 'Rolle',
  seen: 'Sist sett',
  never: 'aldri',
  you: 'deg',
  roleOf: 'Rollen til {{name}}',
  remove: 'Fjern',
  removeOf: 'Fjern {{name}}',
  roleMeans: {
    admin: 'Ser og endrer alt, også personer.',
    organiser: 'Driver organisasjonens runder.',
    viewer: 'Ser organisasjonens runder, endrer ingenting.',
  },
  create: {
    title: 'Legg til person',
    lead: 'Gi dem passordet selv; ingenting blir sendt.',
    password: 'Første passord',
    passwordHelp: 'Minst {{count}} tegn.',
    make: 'Lag et',
    submit: 'Legg til',
    nameMissing: 'Skriv et navn.',
    emailBad: 'Skriv en e-postadresse.',
    passwordShort: 'Minst {{count}} tegn.',
  },
  sure: 'Fjerne {{name}}?',
  sureText: 'De logges ut med en gang. Det de har gjort, står i revisjonsloggen.',
  changed: '{{name}} er nå {{role}}.',
} as const satisfies Shape<typeof english>

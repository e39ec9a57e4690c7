import type { signIn as english } from '../en/sign-in.ts'
import type { Shape } from '../shape.ts'

export const signIn = {
  title: 'Logg inn',
  lead: 'For dykk som arrangerer prisar og undersøkingar. Publiserte resultat er opne for alle utan innlogging.',
  email: 'E-post',
  password: 'Passord',
  submit: 'Logg inn',
  demo: 'Dette er ein demonstrasjon. Innloggingane står i vindauget der tenaren vart starta.',
  credentials: 'E-posten eller passordet er feil.',
  tooMany: 'For mange forsøk. Vent eit minutt og prøv igjen.',
  unreachable: 'Tenaren svarar ikkje. Prøv igjen om litt.',
  emailMissing: 'Skriv e-postadressa di, til dømes namn@kommune.no.',
  passwordMissing: 'Skriv passordet ditt.',
  already: 'Du er logga inn som {{name}}.',
  toRounds: 'Til rundane',
} as const satisfies Shape<typeof english>

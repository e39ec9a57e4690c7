import type { signIn as english } from '../en/sign-in.ts'
import type { Shape } from '../shape.ts'

export const signIn = {
  title: 'Logg inn',
  lead: 'For dere som arrangerer priser og undersøkelser. Publiserte resultater er åpne for alle uten innlogging.',
  email: 'E-post',
  password: 'Passord',
  submit: 'Logg inn',
  demo: 'Dette er en demonstrasjon. Innloggingene står i vinduet der serveren ble startet.',
  credentials: 'E-posten eller passordet er feil.',
  tooMany: 'For mange forsøk. Vent et minutt og prøv igjen.',
  unreachable: 'Serveren svarer ikke. Prøv igjen om litt.',
  emailMissing: 'Skriv e-postadressen din, for eksempel navn@kommune.no.',
  passwordMissing: 'Skriv passordet ditt.',
  already: 'Du er logget inn som {{name}}.',
  toRounds: 'Til rundene',
} as const satisfies Shape<typeof english>

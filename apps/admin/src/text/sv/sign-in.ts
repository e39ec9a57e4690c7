import type { signIn as english } from '../en/sign-in.ts'
import type { Shape } from '../shape.ts'

export const signIn = {
  title: 'Logga in',
  lead: 'För er som arrangerar priser och undersökningar. Publicerade resultat är öppna för alla utan inloggning.',
  email: 'E-post',
  password: 'Lösenord',
  submit: 'Logga in',
  demo: 'Det här är en demonstration. Inloggningarna står i fönstret där servern startades.',
  credentials: 'E-posten eller lösenordet är fel.',
  tooMany: 'För många försök. Vänta en minut och försök igen.',
  unreachable: 'Servern svarar inte. Försök igen om en stund.',
  emailMissing: 'Skriv din e-postadress, till exempel namn@kommun.se.',
  passwordMissing: 'Skriv ditt lösenord.',
  already: 'Du är inloggad som {{name}}.',
  toRounds: 'Till omgångarna',
} as const satisfies Shape<typeof english>

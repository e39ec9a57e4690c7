import type { join as english } from '../en/join.ts'
import type { Shape } from '../shape.ts'

export const join = {
  title: 'Inbjudan',
  heading: 'Du är inbjuden till {{round}}',
  by: 'Inbjuden av',
  organisation: 'Arrangeras av',
  as: 'Du deltar som',
  of: '{{role}} för {{entry}}',
  areas: 'Du svarar på',
  deadline: 'Tidsfrist',
  expires: 'Länken gäller till',
  name: 'Ditt namn',
  nameHelp: 'Så som andra i omgången ser det.',
  nameMissing: 'Skriv ditt namn.',
  act: 'Delta',
  new: 'Du deltar som {{email}}. Du kan skapa ett lösenord efteråt, eller logga in med en länk varje gång.',
  known: 'Du har varit här förut som {{email}}. Logga in, så kommer du tillbaka till den här sidan.',
  signIn: 'Logga in',
  other: 'Inbjudan skickades till {{invited}}, och du är inloggad som {{me}}.',
  otherChoice: 'Vem deltar?',
  asMe: 'Jag, som {{me}}',
  asInvited: 'Logga ut, och gå vidare som {{invited}}',
  signOut: 'Logga ut och gå vidare',
  dead: 'Den här inbjudan kan inte användas',
  deadText:
    'Den kan ha använts, dragits tillbaka, ersatts av ett nyare brev eller gått ut. Om du har använt den kan du logga in. Annars kan du be den som skickade den om en ny.',
  toRounds: 'Till omgångarna',
} as const satisfies Shape<typeof english>

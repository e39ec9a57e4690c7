import type { evidence as en } from '../en/evidence.ts'
import type { Shape } from '../shape.ts'

export const evidence = {
  title: 'Underlag',
  file: 'Lägg till fil',
  kinds: 'PDF, bild, kontorsdokument eller text, upp till 20 MB. Du kan släppa filen här.',
  sending: 'Skickar filen …',
  tooLarge: 'Filen är större än 20 MB.',
  notSent: 'Filen skickades inte. Försök igen när du har nät.',
  link: 'Lägg till länk',
  url: 'Webbadress',
  urlWrong: 'Det är ingen webbadress. Den börjar med https://.',
  shows: 'Vad den visar',
  showsMissing: 'Säg med några ord vad sidan visar.',
  checkedOn: 'Jag kontrollerade den',
  dayWrong: 'Ange en dag som inte ligger i framtiden.',
  addLink: 'Lägg till länken',
  checked: 'kontrollerad {{day}}',
  remove: 'Ta bort {{title}}',
} as const satisfies Shape<typeof en>

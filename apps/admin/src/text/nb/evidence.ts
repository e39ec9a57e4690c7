import type { evidence as en } from '../en/evidence.ts'
import type { Shape } from '../shape.ts'

export const evidence = {
  title: 'Dokumentasjon',
  file: 'Legg til fil',
  kinds: 'PDF, bilde, kontordokument eller tekst, opptil 20 MB. Du kan slippe filen her.',
  sending: 'Sender filen …',
  tooLarge: 'Filen er større enn 20 MB.',
  notSent: 'Filen ble ikke sendt. Prøv igjen når du har nett.',
  link: 'Legg til lenke',
  url: 'Nettadresse',
  urlWrong: 'Dette er ikke en nettadresse. Den begynner med https://.',
  shows: 'Hva den viser',
  showsMissing: 'Si med noen ord hva siden viser.',
  checkedOn: 'Jeg kontrollerte den',
  dayWrong: 'Oppgi en dag som ikke ligger i framtiden.',
  addLink: 'Legg til lenken',
  checked: 'kontrollert {{day}}',
  remove: 'Fjern {{title}}',
} as const satisfies Shape<typeof en>

import type { evidence as en } from '../en/evidence.ts'
import type { Shape } from '../shape.ts'

export const evidence = {
  title: 'Dokumentasjon',
  file: 'Legg til fil',
  kinds: 'PDF, bilete, kontordokument eller tekst, opptil 20 MB. Du kan sleppe fila her.',
  sending: 'Sender fila …',
  tooLarge: 'Fila er større enn 20 MB.',
  notSent: 'Fila vart ikkje send. Prøv igjen når du har nett.',
  link: 'Legg til lenkje',
  url: 'Nettadresse',
  urlWrong: 'Dette er ikkje ei nettadresse. Ho byrjar med https://.',
  shows: 'Kva ho viser',
  showsMissing: 'Sei med nokre ord kva sida viser.',
  checkedOn: 'Eg kontrollerte ho',
  dayWrong: 'Gje opp ein dag som ikkje ligg i framtida.',
  addLink: 'Legg til lenkja',
  checked: 'kontrollert {{day}}',
  remove: 'Fjern {{title}}',
} as const satisfies Shape<typeof en>

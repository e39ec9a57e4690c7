import type { mail as english } from '../en/mail.ts'
import type { Shape } from '../shape.ts'

export const mail = {
  title: 'Utboks',
  lead: 'Brev som Tumstock har skrevet, de nyeste først.',
  ofRound: 'Brev i denne runden',
  kept: 'Det er ikke satt opp noen e-postserver, så brevene blir liggende her. Åpne et brev og gi teksten videre.',
  to: 'Til',
  subject: 'Emne',
  state: 'Status',
  when: 'Skrevet',
  states: { queued: 'På vei', sent: 'Sendt', kept: 'Ligger her', failed: 'Ikke sendt' },
  counts: '{{state}}: {{count}}',
  waits: 'Prøves igjen senere: {{failure}}',
  text: 'Innhold',
  read: 'Les',
  readOf: 'Les brevet til {{to}}',
  copy: 'Kopier teksten',
  copied: 'Kopiert',
  retry: 'Send på nytt',
  retryOf: 'Send brevet til {{to}} på nytt',
  retried: 'Brevet til {{to}} er på vei.',
  none: 'Ingen brev ennå',
  noneText: 'Invitasjoner, påminnelser og varsler står her når de er skrevet.',
  more: 'Vis eldre brev',
} as const satisfies Shape<typeof english>

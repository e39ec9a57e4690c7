import type { mail as english } from '../en/mail.ts'
import type { Shape } from '../shape.ts'

export const mail = {
  title: 'Utboks',
  lead: 'Brev som Tumstock har skrive, dei nyaste først.',
  ofRound: 'Brev i denne runden',
  kept: 'Det er ikkje sett opp nokon e-postserver, så breva blir liggjande her. Opne eit brev og gi teksten vidare.',
  to: 'Til',
  subject: 'Emne',
  state: 'Status',
  when: 'Skrive',
  states: { queued: 'På veg', sent: 'Sendt', kept: 'Ligg her', failed: 'Ikkje sendt' },
  counts: '{{state}}: {{count}}',
  waits: 'Blir prøvd igjen seinare: {{failure}}',
  text: 'Innhald',
  read: 'Les',
  readOf: 'Les brevet til {{to}}',
  copy: 'Kopier teksten',
  copied: 'Kopiert',
  retry: 'Send på nytt',
  retryOf: 'Send brevet til {{to}} på nytt',
  retried: 'Brevet til {{to}} er på veg.',
  none: 'Ingen brev enno',
  noneText: 'Invitasjonar, påminningar og varsel står her når dei er skrivne.',
  more: 'Vis eldre brev',
} as const satisfies Shape<typeof english>

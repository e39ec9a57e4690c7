import type { mail as english } from '../en/mail.ts'
import type { Shape } from '../shape.ts'

export const mail = {
  title: 'Utkorg',
  lead: 'Brev som Tumstock har skrivit, de nyaste först.',
  ofRound: 'Brev i den här omgången',
  kept: 'Ingen e-postserver är inställd, så breven ligger kvar här. Öppna ett brev och lämna texten vidare.',
  to: 'Till',
  subject: 'Ämne',
  state: 'Status',
  when: 'Skrivet',
  states: { queued: 'På väg', sent: 'Skickat', kept: 'Ligger här', failed: 'Inte skickat' },
  counts: '{{state}}: {{count}}',
  waits: 'Prövas igen senare: {{failure}}',
  text: 'Innehåll',
  read: 'Läs',
  readOf: 'Läs brevet till {{to}}',
  copy: 'Kopiera texten',
  copied: 'Kopierat',
  retry: 'Skicka igen',
  retryOf: 'Skicka brevet till {{to}} igen',
  retried: 'Brevet till {{to}} är på väg.',
  none: 'Inga brev ännu',
  noneText: 'Inbjudningar, påminnelser och meddelanden står här när de är skrivna.',
  more: 'Visa äldre brev',
} as const satisfies Shape<typeof english>

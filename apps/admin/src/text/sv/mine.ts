import type { mine as en } from '../en/mine.ts'
import type { Shape } from '../shape.ts'

export const mine = {
  title: 'Mina uppgifter',
  none: 'Inget att göra här',
  noneText: 'När någon ber dig svara eller bedöma i den här omgången står det här.',
  conflict: 'En deltagare som du är jävig mot. Den visas inte för dig.',
  nameless: 'Deltagare utan namn',
  state: {
    nominated: 'Nominerad',
    invited: 'Inbjuden',
    accepted: 'Svarar',
    submitted: 'Inskickad',
    declined: 'Tackat nej',
    withdrawn: 'Återtagen',
  },
  submittedAt: 'Inskickad {{at}}.',
  closes: 'Stänger {{when}}: {{at}}.',
  closed: 'Stängde {{when}}: {{at}}.',
  progress: '{{answered}} av {{of}} besvarade',
  respond: {
    text: 'Ni är tillfrågade om att delta. När du tackar ja öppnas enkäten, och du kan be kollegor svara på delar av den.',
    accept: 'Tacka ja',
    decline: 'Tacka nej',
    declineTitle: 'Tacka nej till att delta?',
    declineText: 'Arrangören ser att ni har tackat nej.',
    reason: 'Skäl (kan utelämnas)',
  },
  participation: {
    label: 'Så deltar vi',
    compete: 'Tävlar om priset',
    competeText: 'Rangordnas med namn och kan nomineras och vinna.',
    benchmark: 'Jämför oss öppet',
    benchmarkText: 'Får poäng och visas med namn bredvid rangordningen. Rangordnas inte och kan inte vinna.',
    anonymous: 'Jämför oss anonymt',
    anonymousText:
      'Får poäng. Visas för andra utan namn, plats och storlek. Rangordnas inte och kan inte vinna.',
    contribute: 'Bidrar bara till statistiken',
    contributeText: 'Räknas bara med i andelar och antal svar.',
    language: 'Vi svarar på',
  },
  until: 'stänger {{when}}',
  todo: {
    respond: 'Tacka ja eller nej för {{name}} i {{round}}',
    answer: 'Svara för {{name}} i {{round}}',
    submit: 'Skicka in för {{name}} i {{round}}',
    reply: 'Svara på iakttagelser om {{name}} i {{round}}',
    assess: 'Bedöm {{name}} i {{round}}',
  },
  step: {
    answer: 'Svara',
    submit: 'Gå igenom och skicka in',
    reply: 'Svara på iakttagelserna',
    assess: 'Bedöm',
    findings: 'Läs iakttagelserna',
    read: 'Läs svaren',
  },
} as const satisfies Shape<typeof en>

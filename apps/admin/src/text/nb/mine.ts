import type { mine as en } from '../en/mine.ts'
import type { Shape } from '../shape.ts'

export const mine = {
  title: 'Mine oppgaver',
  none: 'Ingenting å gjøre her',
  noneText: 'Når noen ber deg svare eller vurdere i denne runden, står det her.',
  conflict: 'En deltaker du er inhabil overfor. Den vises ikke for deg.',
  nameless: 'Deltaker uten navn',
  state: {
    nominated: 'Nominert',
    invited: 'Invitert',
    accepted: 'Svarer',
    submitted: 'Sendt inn',
    declined: 'Takket nei',
    withdrawn: 'Trukket',
  },
  submittedAt: 'Sendt inn {{at}}.',
  closes: 'Frist {{when}}: {{at}}.',
  closed: 'Stengte {{when}}: {{at}}.',
  progress: '{{answered}} av {{of}} besvart',
  respond: {
    text: 'Dere er bedt om å delta. Når du takker ja, åpnes spørreskjemaet, og du kan be kolleger svare på deler av det.',
    accept: 'Takk ja',
    decline: 'Takk nei',
    declineTitle: 'Takke nei til å delta?',
    declineText: 'Arrangøren ser at dere har takket nei.',
    reason: 'Begrunnelse (kan utelates)',
  },
  participation: {
    label: 'Slik deltar vi',
    compete: 'Konkurrerer om prisen',
    competeText: 'Rangeres med navn og kan bli nominert og vinne.',
    benchmark: 'Sammenligner oss åpent',
    benchmarkText: 'Får poeng og vises med navn ved siden av rangeringen. Rangeres ikke og kan ikke vinne.',
    anonymous: 'Sammenligner oss anonymt',
    anonymousText:
      'Får poeng. Vises for andre uten navn, sted og størrelse. Rangeres ikke og kan ikke vinne.',
    contribute: 'Bidrar bare til statistikken',
    contributeText: 'Telles bare med i andeler og antall svar.',
    language: 'Vi svarer på',
  },
  until: 'frist {{when}}',
  todo: {
    respond: 'Takk ja eller nei for {{name}} i {{round}}',
    answer: 'Svar for {{name}} i {{round}}',
    submit: 'Send inn for {{name}} i {{round}}',
    reply: 'Svar på funn om {{name}} i {{round}}',
    assess: 'Vurder {{name}} i {{round}}',
  },
  step: {
    answer: 'Svar',
    submit: 'Se over og send inn',
    reply: 'Svar på funnene',
    assess: 'Vurder',
    findings: 'Les funnene',
    read: 'Les svarene',
  },
} as const satisfies Shape<typeof en>

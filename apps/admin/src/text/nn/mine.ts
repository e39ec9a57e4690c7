import type { mine as en } from '../en/mine.ts'
import type { Shape } from '../shape.ts'

export const mine = {
  title: 'Oppgåvene mine',
  none: 'Ingenting å gjere her',
  noneText: 'Når nokon bed deg svare eller vurdere i denne runden, står det her.',
  conflict: 'Ein deltakar du er inhabil overfor. Han blir ikkje vist for deg.',
  nameless: 'Deltakar utan namn',
  state: {
    nominated: 'Nominert',
    invited: 'Invitert',
    accepted: 'Svarar',
    submitted: 'Sendt inn',
    declined: 'Takka nei',
    withdrawn: 'Trekt',
  },
  submittedAt: 'Sendt inn {{at}}.',
  closes: 'Frist {{when}}: {{at}}.',
  closed: 'Stengde {{when}}: {{at}}.',
  progress: 'Svart på {{answered}} av {{of}}',
  respond: {
    text: 'De er bedne om å delta. Når du takkar ja, blir spørjeskjemaet opna, og du kan be kollegaer svare på delar av det.',
    accept: 'Takk ja',
    decline: 'Takk nei',
    declinedText: 'De har takka nei. Så lenge det er tid, kan de ombestemme dykk.',
    after: 'Takk ja likevel',
    declineTitle: 'Takke nei til å delta?',
    declineText: 'Arrangøren ser at de har takka nei.',
    reason: 'Grunngjeving (kan utelatast)',
  },
  participation: {
    label: 'Slik deltek vi',
    compete: 'Konkurrerer om prisen',
    competeText: 'Blir rangerte med namn og kan bli nominerte og vinne.',
    benchmark: 'Samanliknar oss ope',
    benchmarkText:
      'Får poeng og blir viste med namn ved sida av rangeringa. Blir ikkje rangerte og kan ikkje vinne.',
    anonymous: 'Samanliknar oss anonymt',
    anonymousText:
      'Får poeng. Blir viste for andre utan namn, stad og storleik. Blir ikkje rangerte og kan ikkje vinne.',
    contribute: 'Bidreg berre til statistikken',
    contributeText: 'Blir berre talde med i delar og talet på svar.',
    language: 'Vi svarar på',
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
    submit: 'Sjå over og send inn',
    reply: 'Svar på funna',
    assess: 'Vurder',
    findings: 'Les funna',
    read: 'Les svara',
  },
} as const satisfies Shape<typeof en>

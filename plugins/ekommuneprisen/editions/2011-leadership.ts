/** Who leads and who can: cooperation, leadership and skills. */
import type { Criterion, Question } from '@tumstock/rubric/contract'
import { yesNo, yesPartlyNo } from './choices.ts'

export const questions = {
  cooperation: {
    type: 'choice',
    area: 'Interkommunalt IKT-samarbeid',
    text: 'Samarbeider dere med tilsvarende enheter om IKT i dag?',
    unknown: true,
    options: yesNo,
  },
  cooperationAreas: {
    type: 'multiple',
    area: 'Interkommunalt IKT-samarbeid',
    text: 'Hva omfatter samarbeidet?',
    unknown: true,
    showIf: { question: 'cooperation', is: 'yes' },
    options: {
      operations: { text: 'Drift', points: 1 },
      purchasing: { text: 'Innkjøp', points: 1 },
      support: { text: 'Brukerstøtte', points: 1 },
      development: { text: 'Utvikling av tjenester', points: 1 },
      skills: { text: 'Kompetanse', points: 1 },
    },
  },
  plan: {
    type: 'choice',
    area: 'Strategisk IKT-ledelse',
    text: 'Har dere utarbeidet en eKommuneplan?',
    unknown: true,
    options: yesNo,
  },
  planIntended: {
    type: 'choice',
    area: 'Strategisk IKT-ledelse',
    text: 'Skal dere lage en eKommuneplan?',
    unknown: true,
    showIf: { question: 'plan', is: 'no' },
    options: { yes: { text: 'Ja, arbeidet er i gang', points: 1 }, no: { text: 'Nei', points: 0 } },
  },
  benefits: {
    type: 'choice',
    area: 'Strategisk IKT-ledelse',
    text: 'Bruker dere systematiske metoder for å dokumentere gevinster?',
    unknown: true,
    options: yesPartlyNo,
  },
  skillsMapped: {
    type: 'choice',
    area: 'Kompetanseutvikling',
    text: 'Har dere kartlagt de ansattes IKT-kompetanse?',
    unknown: true,
    options: yesPartlyNo,
  },
  skillsFor: {
    type: 'multiple',
    area: 'Kompetanseutvikling',
    text: 'Hvem har fått tiltak for å utvikle IKT-kompetansen?',
    unknown: true,
    options: {
      managers: { text: 'Ledere', points: 1 },
      caseworkers: { text: 'Saksbehandlere', points: 1 },
      itStaff: { text: 'IKT-ansatte', points: 1 },
      elected: { text: 'Folkevalgte', points: 1 },
    },
  },
  leadershipSkillsFor: {
    type: 'multiple',
    area: 'Kompetanseutvikling',
    text: 'Hvem har fått opplæring i strategisk IKT-ledelse?',
    unknown: true,
    options: {
      top: { text: 'Toppledelsen', points: 1 },
      middle: { text: 'Mellomledere', points: 1 },
      it: { text: 'IKT-ledere', points: 1 },
      elected: { text: 'Folkevalgte', points: 1 },
    },
  },
} as const satisfies Record<string, Question>

export const criteria = {
  cooperation: {
    title: 'Interkommunalt IKT-samarbeid',
    why: 'Få kommuner kan alt alene. Godt er et samarbeid som deler drift, innkjøp og kompetanse.',
    weight: 1,
    missing: 'zero',
    reads: ['cooperation', 'cooperationAreas'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { CAP: 1 },
  },
  leadership: {
    title: 'Strategisk IKT-ledelse',
    why: 'Digitalisering som ikke er ledelsens ansvar, blir stående i IT-avdelingen. Godt er en plan som følges, og gevinster som måles.',
    weight: 1,
    missing: 'zero',
    reads: ['plan', 'planIntended', 'benefits'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { GOV: 1 },
  },
  competence: {
    title: 'Kompetanseutvikling',
    why: 'Nye verktøy gir lite uten folk som kan bruke dem. Godt er at behovet er kartlagt, og at tiltak når både ansatte, ledere og folkevalgte.',
    weight: 1,
    missing: 'zero',
    reads: ['skillsMapped', 'skillsFor', 'leadershipSkillsFor'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { CAP: 1 },
  },
} as const satisfies Record<string, Criterion<keyof typeof questions>>

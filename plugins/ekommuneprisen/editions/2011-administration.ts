/** How the administration works inside: geodata, purchases, records and security. */
import type { Criterion, Question } from '@tumstock/rubric/contract'
import { yesNo, yesPartlyNo } from './choices.ts'

export const questions = {
  geodata: {
    type: 'choice',
    area: 'Geografisk informasjon',
    text: 'Kan brukerne hente ut geografisk informasjon på nettsidene deres?',
    unknown: true,
    options: yesNo,
  },
  eTrade: {
    type: 'multiple',
    area: 'Elektronisk handel',
    text: 'Hva gjør dere elektronisk når dere kjøper inn?',
    unknown: true,
    options: {
      tender: { text: 'Gjennomfører konkurranser', points: 1 },
      order: { text: 'Sender bestillinger', points: 1 },
      invoiceIn: { text: 'Mottar fakturaer', points: 1 },
      invoiceOut: { text: 'Sender fakturaer', points: 1 },
    },
  },
  registration: {
    type: 'multiple',
    area: 'Arkivering og saksbehandling',
    text: 'Hvilke henvendelser har dere rutiner for å registrere?',
    unknown: true,
    options: {
      email: { text: 'E-post', points: 1 },
      forms: { text: 'Nettskjema', points: 1 },
      sms: { text: 'Tekstmeldinger', points: 1 },
      socialMedia: { text: 'Sosiale medier', points: 1 },
    },
  },
  securityRoutines: {
    type: 'choice',
    area: 'Informasjonssikkerhet',
    text: 'Har dere sikkerhetsrutiner for behandling og lagring av elektronisk informasjon?',
    unknown: true,
    options: yesPartlyNo,
  },
  securitySolution: {
    type: 'multiple',
    area: 'Informasjonssikkerhet',
    text: 'Hvilke sikkerhetsløsninger er i bruk?',
    unknown: true,
    options: {
      eid: { text: 'Elektronisk ID for innbyggere', points: 1 },
      twoFactor: { text: 'Sterk pålogging for ansatte', points: 1 },
      encryption: { text: 'Kryptert overføring', points: 1 },
    },
  },
  riskAnalysis: {
    type: 'choice',
    area: 'Informasjonssikkerhet',
    text: 'Gjennomfører dere risikoanalyser av IKT-systemene?',
    unknown: true,
    options: yesPartlyNo,
  },
  normen: {
    type: 'choice',
    area: 'Informasjonssikkerhet',
    text: 'Følger helse- og omsorgstjenesten Normen for informasjonssikkerhet?',
    unknown: true,
    options: yesPartlyNo,
  },
} as const satisfies Record<string, Question>

export const criteria = {
  geodata: {
    title: 'Geografisk informasjon',
    why: 'Kart og plandata brukes av innbyggere, utbyggere og beredskap. Godt er at de kan hentes ut uten å spørre.',
    weight: 1,
    missing: 'zero',
    reads: ['geodata'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { SEC: 0.5, DAT: 0.5 },
  },
  trade: {
    title: 'Elektronisk handel',
    why: 'Innkjøp er store summer og mange bilag. Godt er en ubrutt elektronisk kjede fra konkurranse til faktura.',
    weight: 1,
    missing: 'zero',
    reads: ['eTrade'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { RES: 1 },
  },
  archive: {
    title: 'Arkivering og saksbehandling',
    why: 'Det som ikke registreres, kan verken etterprøves eller gis innsyn i. Godt er rutiner også for de nye kanalene.',
    weight: 1,
    missing: 'zero',
    reads: ['registration'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { TRU: 1 },
  },
  security: {
    title: 'Informasjonssikkerhet',
    why: 'Tillit er forutsetningen for digitale tjenester. Godt er rutiner som følges, risiko som er vurdert, og løsninger som beskytter opplysningene.',
    weight: 1,
    missing: 'zero',
    reads: ['securityRoutines', 'securitySolution', 'riskAnalysis', 'normen'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { TRU: 1 },
  },
} as const satisfies Record<string, Criterion<keyof typeof questions>>

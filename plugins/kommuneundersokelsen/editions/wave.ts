/** What the waves have in common: all but the year. */
import type { Criterion, Source } from '@tumstock/rubric/contract'
import { questions } from './questions.ts'

const criteria = {
  actionPlan: {
    title: 'Digitalisering i handlingsplanen',
    why: 'Det som står i planen, er bundet til budsjett og oppfølging. Andelen viser hvor mange som har kommet dit.',
    weight: 1,
    missing: 'exclude',
    reads: ['actionPlan'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { GOV: 1 },
  },
  priority: {
    title: 'Prioritet',
    why: 'Prioritet er det ledelsen sier når den må velge. Svaret viser viljen, ikke resultatet.',
    weight: 1,
    missing: 'exclude',
    reads: ['priority'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { GOV: 1 },
  },
  simplerRoutines: {
    title: 'Ventet effekt: enklere arbeidsrutiner',
    why: 'Gevinsten kommer når arbeidet gjøres på en ny måte, ikke av verktøyet alene.',
    weight: 1,
    missing: 'exclude',
    reads: ['simplerRoutines'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { RES: 1 },
  },
  fasterCases: {
    title: 'Ventet effekt: raskere saksgang',
    why: 'Ventetid er det innbyggerne merker først.',
    weight: 1,
    missing: 'exclude',
    reads: ['fasterCases'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { RES: 0.5, SRV: 0.5 },
  },
  betterQuality: {
    title: 'Ventet effekt: høyere kvalitet',
    why: 'Tro på bedre tjenester, ikke bare billigere, sier noe om hva kommunen vil med digitalisering.',
    weight: 1,
    missing: 'exclude',
    reads: ['betterQuality'],
    scoring: { by: 'points' },
    stage: 'survey',
    crosswalk: { RES: 1 },
  },
} as const satisfies Record<string, Criterion<keyof typeof questions>>

const sources = [
  {
    about: ['questions'],
    says: 'Undersøkelsen spør om handlingsplan, prioritet og ventet effekt. Skjemaet er ikke offentliggjort; spørsmålene er formulert her etter de trykte andelene.',
    where: 'EVRY: Kommuneundersøkelsen 2017',
    status: 'inferred',
  },
  {
    about: ['questions.*.options'],
    says: 'Svaralternativene er valgt her.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['purpose', 'awards'],
    says: 'Undersøkelsen beskriver kommunene samlet. Den rangerer dem aldri og deler ikke ut noe.',
    where: 'EVRY: Kommuneundersøkelsen 2017',
    status: 'inferred',
  },
  {
    about: ['criteria', 'criteria.*.weight', 'criteria.*.scoring', 'scale.max'],
    says: 'Kriterier, vekter og poeng finnes ikke i undersøkelsen. De er lagt til for å plassere spørsmålene i det felles rammeverket.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['missing', 'criteria.*.missing'],
    says: 'Et manglende svar holdes utenfor: i en undersøkelse er taushet ikke et nei.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['edition'],
    says: '2017 var tredje år på rad; bølgene er derfor 2015, 2016 og 2017.',
    where: 'EVRY: Kommuneundersøkelsen 2017',
    status: 'sourced',
  },
  {
    about: ['criteria.*.crosswalk'],
    says: 'Koblingen til det felles rammeverket er prosjektets forslag.',
    where: 'Tumstock',
    status: 'assumed',
  },
] as const satisfies readonly Source[]

export const wave = {
  apiVersion: 1,
  id: 'kommuneundersokelsen',
  owner: 'EVRY, med NyAnalyse',
  country: 'NO',
  baseLanguage: 'nb',
  languages: ['nb', 'sv', 'en'],
  purpose: 'survey',
  scale: { max: 100, unit: 'prosent', decimals: 0 },
  framework: 'nordic@1',
  questions,
  indicators: {},
  categories: { municipality: { title: 'Kommuner', kind: 'municipality' } },
  combine: 'mean',
  missing: 'exclude',
  criteria,
  stages: [
    { kind: 'survey', title: 'Undersøkelse' },
    { kind: 'publication', title: 'Rapport' },
  ],
  awards: {},
  tieBreak: [],
  sources,
} as const

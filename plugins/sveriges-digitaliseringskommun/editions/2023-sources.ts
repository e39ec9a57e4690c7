import type { Source } from '@tumstock/rubric/contract'
import { shared } from './shared-sources.ts'

const ORGANISER = 'Kvalitetsmässan, https://kvalitetsmassan.se/utmarkelser/digitaliseringskommun/ (2023)'
const ORGANISER_2021 = 'Kvalitetsmässan, https://kvalitetsmassan.se/utmarkelser/digitaliseringskommun/ (2021)'

export const sources: readonly Source[] = [
  {
    about: [
      'questions.proud',
      'questions.effect',
      'questions.lessons',
      'criteria.nomination.children.*.title',
    ],
    says: 'De tre frågorna är kända från 2019 och, med pandemin i den tredje, från 2021. Att 2023 frågade detsamma är en slutsats; ordalydelsen är projektets egen.',
    where: ORGANISER_2021,
    status: 'inferred',
  },
  {
    about: ['stages.0', 'stages.1'],
    says: 'År 2021 kunde vem som helst nominera, och den nominerade kommunen fick tid att komplettera texten. Att det gällde även 2023 är en slutsats.',
    where: ORGANISER_2021,
    status: 'inferred',
  },
  {
    about: ['criteria.maturity', 'questions.ability', 'questions.heritage'],
    says: 'Under nomineringen 2023 genomlystes kommunerna bland annat med DiMiOS, som mäter digital mognad.',
    where: ORGANISER,
    status: 'sourced',
  },
  {
    about: ['criteria.maturity.children.*.title'],
    says: 'DiMiOS har två sidor: digital förmåga och digitalt arv.',
    where: 'SKR 7 april 2022, Digital mognad',
    status: 'sourced',
  },
  {
    about: ['criteria.maturity.children.*.scoring'],
    says: 'Hur mätningen räknades in är inte känt. Värdet i procent räknas här rakt av.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['stages.2', 'stages.3', 'stages.4', 'stages.5'],
    says: 'De nominerade presenterades den 10 maj, juryn gjorde platsbesök med experter från branschen och SKR, och vinnaren utsågs den 21 november.',
    where: ORGANISER,
    status: 'sourced',
  },
  {
    about: ['awards.winner.nominees'],
    says: 'Fem bidrag nominerades 2023, ett av dem gemensamt för tre kommuner.',
    where: ORGANISER,
    status: 'sourced',
  },
  {
    about: ['owner'],
    says: 'SKR:s experter deltog och vinnaren fick en plats i DIGG:s rådgivande organ. Alla parter för 2023 är inte kända.',
    where: ORGANISER,
    status: 'inferred',
  },
  ...shared,
  {
    about: [
      'criteria.nomination.children.*.crosswalk',
      'criteria.goal.children.*.crosswalk',
      'criteria.maturity.children.*.crosswalk',
    ],
    says: 'Korsgången till de nordiska dimensionerna är projektets förslag. Priset frågar inte om säkerhet, integritet och arkiv, så dimensionen TRU är inte täckt.',
    where: 'Tumstock',
    status: 'assumed',
  },
]

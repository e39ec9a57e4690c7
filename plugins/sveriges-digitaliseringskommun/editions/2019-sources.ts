import type { Source } from '@tumstock/rubric/contract'
import { shared } from './shared-sources.ts'

const ORGANISER = 'Kvalitetsmässan, https://kvalitetsmassan.se/utmarkelser/digitaliseringskommun/ (2019)'
const GOVERNO = 'Governo 20 mars 2019, http://governo.se/nyheter/bast-i-sverige-pa-digitalisering.html'

export const sources: readonly Source[] = [
  {
    about: [
      'questions.proud',
      'questions.effect',
      'questions.lessons',
      'criteria.nomination.children.*.title',
    ],
    says: 'Anmälan 2019 ställde tre frågor: vad kommunen är mest stolt över, vilken effekt det gett och vilka lärdomar den dragit. Ordalydelsen här är projektets egen.',
    where: GOVERNO,
    status: 'sourced',
  },
  {
    about: ['stages.0'],
    says: 'Nytt för 2019 var att vem som helst kunde nominera en kommun; sista dag var den 29 mars.',
    where: GOVERNO,
    status: 'sourced',
  },
  {
    about: ['stages.1', 'stages.2', 'stages.3', 'stages.4'],
    says: 'Juryn slutnominerade tre till fem kommuner den 31 maj, besöken gjordes i augusti och september av SKL:s experter med hela eller delar av juryn, juryn möttes i oktober och priset delades ut den 12 november.',
    where: ORGANISER,
    status: 'sourced',
  },
  {
    about: ['awards.winner.nominees'],
    says: 'Fem kommuner slutnominerades 2019.',
    where: ORGANISER,
    status: 'sourced',
  },
  {
    about: ['owner'],
    says: 'Sju parter bjöd in kommunerna till skriften i samband med 2019 års pris. Att de också står bakom priset är en slutsats.',
    where: GOVERNO,
    status: 'inferred',
  },
  ...shared,
  {
    about: ['criteria.nomination.children.*.crosswalk', 'criteria.goal.children.*.crosswalk'],
    says: 'Korsgången till de nordiska dimensionerna är projektets förslag. Priset frågar inte om säkerhet, integritet och arkiv, så dimensionen TRU är inte täckt.',
    where: 'Tumstock',
    status: 'assumed',
  },
]

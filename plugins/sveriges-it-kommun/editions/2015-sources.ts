import type { Source } from '@tumstock/rubric/contract'

const CIO = 'CIO Sweden, https://cio.idg.se/2.1782/1.628056/de-kan-bli-sveriges-it-kommun-2015'
const EBLOMLADAN = 'SKL, http://eblomladan.skl.se/sv (våren 2015)'
const HELSINGBORG =
  'Helsingborgs stad, https://foretagare.helsingborg.se/startsida/nyhetskatalog/helsingborg-ar-sveriges-it-kommun-2015/'

export const sources: readonly Source[] = [
  {
    about: ['stages.0', 'stages.1', 'criteria.selfAssessment'],
    says: 'Anmälan skedde genom att eBlomlådan publicerades senast den 20 mars 2015; utifrån resultaten valde juryn ut sju till tio kommuner.',
    where: EBLOMLADAN,
    status: 'sourced',
  },
  {
    about: ['criteria.selfAssessment.children.*.title', 'questions.*.area'],
    says: 'eBlomlådans version från maj 2014 har tre nivåer med dessa namn. Senare versioner har andra namn.',
    where: EBLOMLADAN,
    status: 'sourced',
  },
  {
    about: ['questions.*.options'],
    says: 'Varje indikator besvaras med uppfyller helt, delvis eller inte alls.',
    where: 'SKL, http://eblomladan.skl.se/page/help',
    status: 'sourced',
  },
  {
    about: ['questions.*.text', 'questions.*.options.*.points'],
    says: 'Indikatorernas ordalydelse har inte återfunnits. Frågorna är projektets egna inom de tre nivåerna, och poängen 2, 1 och 0 är projektets val.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.visit.children.*.title', 'awards.winner'],
    says: 'Priset belönar den kommun som har fått ut mest av it för verksamheterna, demokratin och kommunen som helhet.',
    where: HELSINGBORG,
    status: 'sourced',
  },
  {
    about: ['owner', 'stages.4'],
    says: 'Kvalitetsmässan driver priset med fyra partner, och det delas ut på mässan.',
    where: HELSINGBORG,
    status: 'sourced',
  },
  {
    about: ['stages.2', 'stages.3'],
    says: 'Företrädare för kommunen intervjuas på plats av SKL:s experter; därefter utser en jury på sex personer vinnaren.',
    where: CIO,
    status: 'sourced',
  },
  {
    about: ['awards.winner.nominees'],
    says: 'Åtta kommuner var nominerade 2015.',
    where: CIO,
    status: 'sourced',
  },
  {
    about: ['criteria.visit.children.*.scoring'],
    says: 'Att besöket bedöms på en skala med fem beskrivna steg är projektets val; källorna nämner bara intervjuer.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.*.weight', 'criteria.*.children.*.weight', 'criteria.*.children.*.children.*.weight'],
    says: 'Juryn vägde fritt och inga vikter är kända. Självvärdering och besök väger lika, nivåerna väger lika, och inom nivåerna följer vikterna projektets korsgång.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: [
      'missing',
      'criteria.*.missing',
      'criteria.*.children.*.missing',
      'criteria.*.children.*.children.*.missing',
    ],
    says: 'En indikator utan svar räknas som inte uppfylld. En kommun utan besök behåller självvärderingens värde, och täckningen visar att besöket saknas.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.selfAssessment.children.*.crosswalk', 'criteria.visit.children.*.crosswalk'],
    says: 'Korsgången till de nordiska dimensionerna är projektets förslag och inte SKL:s.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['scale', 'tieBreak', 'stages.1.keep'],
    says: 'Juryn satte inga totalpoäng. Skalan, ordningen vid lika värde och gränsen vid tio kommuner i listan är projektets val.',
    where: 'Tumstock',
    status: 'assumed',
  },
]

/** Common yardsticks, so that rounds of different awards can be laid side by side. */

type Language = 'nb' | 'nn' | 'sv' | 'en'
type Wording = Readonly<Record<Language, string>>

export type Dimension = { id: string; name: Wording; definition: Wording }

export type Framework = {
  /** `id@version`, as a rubric names it. */
  id: string
  title: Wording
  /** Who put it forward, how far it is agreed, and what it was drawn from. */
  standing: Wording
  sources: readonly { title: string; where: string }[]
  dimensions: readonly Dimension[]
}

/**
 * The project's proposal of what municipal digitalisation has in common across the Nordic awards. Drawn up by comparing
 * the areas that the awards and indexes named in `sources` ask about; adopted by none of them.
 */
export const nordic1: Framework = {
  id: 'nordic@1',
  title: {
    nb: 'Felles nordisk ramme for kommunal digitalisering',
    nn: 'Felles nordisk ramme for kommunal digitalisering',
    sv: 'Gemensam nordisk ram för kommunal digitalisering',
    en: 'Common Nordic framework for municipal digitalisation',
  },
  standing: {
    nb: 'Et forslag fra Tumstock-prosjektet. Ingen prisutdeler har vedtatt det.',
    nn: 'Eit framlegg frå Tumstock-prosjektet. Ingen som deler ut prisar, har vedteke det.',
    sv: 'Ett förslag från Tumstock-projektet. Ingen prisutdelare har antagit det.',
    en: 'A proposal of the Tumstock project. No organiser has adopted it.',
  },
  sources: [
    { title: 'eKommune 2012 – lokal digital agenda', where: 'KS, Norway' },
    { title: 'KS Digitaliseringsstrategi 2013–2016', where: 'KS, Norway' },
    { title: 'eBlomlådan', where: 'SKL (now SKR), Sweden' },
    {
      title: 'Sveriges Digitaliseringskommun, criterion and questions',
      where: 'Kvalitetsmässan and SKR, Sweden',
    },
    { title: 'Kommunkompassen 2020', where: 'SKR, Sweden' },
    { title: 'Local Online Service Index 2022', where: 'United Nations, UN DESA' },
    { title: 'Digital Government Index', where: 'OECD' },
  ],
  dimensions: [
    {
      id: 'GOV',
      name: {
        nb: 'Ledelse og styring',
        nn: 'Leiing og styring',
        sv: 'Ledning och styrning',
        en: 'Leadership and governance',
      },
      definition: {
        nb: 'Toppledelsen eier digitaliseringen: det finnes mål, prioriteringer og penger, og gevinstene følges opp.',
        nn: 'Toppleiinga eig digitaliseringa: det finst mål, prioriteringar og pengar, og gevinstane blir følgde opp.',
        sv: 'Högsta ledningen äger digitaliseringen: det finns mål, prioriteringar och pengar, och nyttan följs upp.',
        en: 'Top management owns digitalisation: there are goals, priorities and money, and benefits are followed up.',
      },
    },
    {
      id: 'SRV',
      name: {
        nb: 'Digitale tjenester',
        nn: 'Digitale tenester',
        sv: 'Digitala tjänster',
        en: 'Digital services',
      },
      definition: {
        nb: 'Innbyggere og bedrifter finner tjenestene, kan bruke dem helt ut på nett, og ser hvor saken står.',
        nn: 'Innbyggjarar og bedrifter finn tenestene, kan bruke dei heilt ut på nett, og ser kor saka står.',
        sv: 'Invånare och företag hittar tjänsterna, kan slutföra dem på nätet och ser hur ärendet ligger till.',
        en: 'Residents and businesses find the services, can complete them online, and see how their case stands.',
      },
    },
    {
      id: 'DEM',
      name: {
        nb: 'Deltakelse og åpenhet',
        nn: 'Deltaking og openheit',
        sv: 'Delaktighet och öppenhet',
        en: 'Participation and openness',
      },
      definition: {
        nb: 'Beslutninger kan følges og påvirkes digitalt, og dokumenter og data er åpne når ikke noe hindrer det.',
        nn: 'Avgjerder kan følgjast og påverkast digitalt, og dokument og data er opne når ikkje noko hindrar det.',
        sv: 'Beslut kan följas och påverkas digitalt, och handlingar och data är öppna när inget hindrar det.',
        en: 'Decisions can be followed and influenced online, and documents and data are open unless something forbids it.',
      },
    },
    {
      id: 'SEC',
      name: {
        nb: 'Digitalisering av fagområdene',
        nn: 'Digitalisering av fagområda',
        sv: 'Digitalisering av verksamheterna',
        en: 'Digital practice in the sectors',
      },
      definition: {
        nb: 'Helse, skole, plan og bygg, sosiale tjenester og kultur arbeider digitalt i sin egen kjerne.',
        nn: 'Helse, skule, plan og bygg, sosiale tenester og kultur arbeider digitalt i si eiga kjerne.',
        sv: 'Vård, skola, samhällsbyggnad, socialtjänst och kultur arbetar digitalt i sin egen kärna.',
        en: 'Health, schools, planning and building, social services and culture work digitally at their own core.',
      },
    },
    {
      id: 'DAT',
      name: {
        nb: 'Data, arkitektur og infrastruktur',
        nn: 'Data, arkitektur og infrastruktur',
        sv: 'Data, arkitektur och infrastruktur',
        en: 'Data, architecture and infrastructure',
      },
      definition: {
        nb: 'Systemene henger sammen gjennom standarder og fellesløsninger, data har en eier, og nettet når fram.',
        nn: 'Systema heng saman gjennom standardar og fellesløysingar, data har ein eigar, og nettet når fram.',
        sv: 'Systemen hänger ihop genom standarder och gemensamma lösningar, data har en ägare och nätet når fram.',
        en: 'Systems fit together through standards and shared components, data has an owner, and the network reaches all.',
      },
    },
    {
      id: 'TRU',
      name: {
        nb: 'Sikkerhet, personvern og arkiv',
        nn: 'Tryggleik, personvern og arkiv',
        sv: 'Säkerhet, integritet och arkiv',
        en: 'Security, privacy and records',
      },
      definition: {
        nb: 'Opplysninger er beskyttet mot misbruk og tap, og det som er gjort, kan dokumenteres i ettertid.',
        nn: 'Opplysningar er verna mot misbruk og tap, og det som er gjort, kan dokumenterast i ettertid.',
        sv: 'Uppgifter skyddas mot missbruk och förlust, och det som har gjorts kan visas i efterhand.',
        en: 'Information is protected from misuse and loss, and what was done can be shown afterwards.',
      },
    },
    {
      id: 'CAP',
      name: {
        nb: 'Kompetanse og samarbeid',
        nn: 'Kompetanse og samarbeid',
        sv: 'Kompetens och samverkan',
        en: 'Skills and collaboration',
      },
      definition: {
        nb: 'Ansatte, ledere og folkevalgte kan det som trengs, tåler endring, og deler løsninger med andre kommuner.',
        nn: 'Tilsette, leiarar og folkevalde kan det som trengst, toler endring, og deler løysingar med andre kommunar.',
        sv: 'Anställda, chefer och förtroendevalda kan det som krävs, klarar förändring och delar lösningar med andra kommuner.',
        en: 'Staff, managers and elected members can do what is needed, cope with change, and share with other municipalities.',
      },
    },
    {
      id: 'RES',
      name: {
        nb: 'Resultater og bærekraft',
        nn: 'Resultat og berekraft',
        sv: 'Resultat och hållbarhet',
        en: 'Results and sustainability',
      },
      definition: {
        nb: 'Virkningene er målt: tid, kvalitet, kostnad, automatisering, e-handel og fotavtrykk.',
        nn: 'Verknadene er målte: tid, kvalitet, kostnad, automatisering, e-handel og fotavtrykk.',
        sv: 'Effekterna är mätta: tid, kvalitet, kostnad, automatisering, e-handel och klimatavtryck.',
        en: 'Effects are measured: time, quality, cost, automation, e-procurement and footprint.',
      },
    },
  ],
}

const FRAMEWORKS: readonly Framework[] = [nordic1]

/** The framework that a rubric names as `id@version`; undefined when there is none. */
export const frameworkById = (id: string): Framework | undefined =>
  FRAMEWORKS.find(framework => framework.id === id)

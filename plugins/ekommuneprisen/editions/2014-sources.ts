/** What the edition of 2014 rests on. */
import type { Source } from '@tumstock/rubric/contract'

export const sources = [
  {
    about: ['criteria.*.title'],
    says: 'De ni områdene er områdene i KS’ digitaliseringsstrategi 2013–2016.',
    where: 'KS: Digitaliseringsstrategi for kommuner og fylkeskommuner 2013–2016',
    status: 'sourced',
  },
  {
    about: ['criteria.*.title'],
    says: 'At kartleggingen i 2014 fulgte strategiens ni områder, følger av at den målte strategiens mål.',
    where: 'https://www.telemark.no/Aktuelt/2014/Telemark-i-den-digitale-teten',
    status: 'inferred',
  },
  {
    about: [
      'questions',
      'criteria.*.children',
      'criteria.*.children.*.scoring',
      'criteria.*.children.*.weight',
    ],
    says: 'Spørsmålene fra 2014 er ikke offentliggjort. Spørsmål, svaralternativer og poeng er laget her, ut fra målene i strategien.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.*.weight'],
    says: 'Områdenes vekt er ikke kjent. De 500 poengene er delt likt på ni områder.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['scale.max'],
    says: 'Det høyeste mulige var 500 poeng.',
    where: 'https://www.telemark.no/Aktuelt/2014/Telemark-i-den-digitale-teten',
    status: 'sourced',
  },
  {
    about: ['scale.decimals'],
    says: 'Laveste resultat, 18,5 prosent, er 92,5 poeng: halve poeng finnes.',
    where: 'https://lnk.no/nyhende/austrheim-kommune-fekk-pris-for-beste-ekommune-2014/',
    status: 'inferred',
  },
  {
    about: ['missing', 'criteria.*.missing', 'criteria.*.children.*.missing'],
    says: 'Et spørsmål uten svar gir ingen poeng. Det er ikke kjent hvordan KS behandlet manglende svar.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['categories'],
    says: 'Fire klasser: under 5 000, mellom 5 000 og 20 000 og flere innbyggere, samt fylkeskommuner.',
    where: 'https://www.fvn.no/nyheter/lokalt/i/PLEX6/Karet-til-beste-eKommune-2014',
    status: 'sourced',
  },
  {
    about: ['categories.medium.population', 'categories.large.population'],
    says: 'Hvilken klasse nøyaktig 20 000 innbyggere hører til, står ikke noe sted; her er det den store.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['awards.bestInClass.decide', 'awards.bestInClass.nominees'],
    says: 'Flest poeng i klassen vinner; tre er nominert.',
    where: 'https://www.telemark.no/Aktuelt/2014/Telemark-i-den-digitale-teten',
    status: 'sourced',
  },
  {
    about: ['stages'],
    says: 'Juryen omtaler hver nominert med styrker og det som gjenstår.',
    where: 'https://www.telemark.no/Aktuelt/2014/Telemark-i-den-digitale-teten',
    status: 'sourced',
  },
  {
    about: ['tieBreak'],
    says: 'Regelen ved likt resultat er ikke kjent; her avgjør digital dialog, så ledelse.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.*.crosswalk'],
    says: 'Koblingen til det felles rammeverket er prosjektets forslag.',
    where: 'Tumstock',
    status: 'assumed',
  },
] as const satisfies readonly Source[]

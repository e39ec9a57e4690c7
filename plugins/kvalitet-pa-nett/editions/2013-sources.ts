/** What the edition of 2013 rests on. */
import type { Source } from '@tumstock/rubric/contract'
import { sharedSources } from './sources.ts'

export const sources = [
  {
    about: ['criteria', 'criteria.*.title', 'criteria.*.children.*.title'],
    says: 'Tre grupper med 13, 8 og 9 kriterier, 30 i alt. Titlene er våre.',
    where: 'http://kvalitet.difi.no/resultat/resultat-detalj/?tailid=25297',
    status: 'sourced',
  },
  {
    about: ['edition'],
    says: 'Siden for Ulvik er uten år. 30 kriterier, blant dem mobil og åpne data, peker på 2013.',
    where: 'https://fagbladet2.com/fagbladet/pdfIndexTema/text/32/Temahefte-32-side30.html',
    status: 'inferred',
  },
  {
    about: ['criteria.accessibility.weight', 'criteria.usability.weight', 'criteria.*.children.*.weight'],
    says: 'Høyeste poeng for hvert kriterium, 36 og 29 for de to første gruppene.',
    where: 'http://kvalitet.difi.no/resultat/resultat-detalj/?tailid=25297',
    status: 'sourced',
  },
  {
    about: ['criteria.content.weight', 'criteria.content.children.selfService.weight'],
    says: 'Poengene for selvbetjening mangler. Fem gir 11 av 35, den trykte 31 prosenten, og 100 poeng i alt.',
    where: 'http://kvalitet.difi.no/resultat/resultat-detalj/?tailid=25297',
    status: 'inferred',
  },
  {
    about: ['questions.*.options', 'criteria.*.children.*.scoring'],
    says: 'Kriteriene besvares nei, delvis eller ja. Poengene for «delvis» er sett for tolv kriterier og antatt for resten.',
    where: 'http://kvalitet.difi.no/resultat/resultat-detalj/?tailid=25297',
    status: 'assumed',
  },
  ...sharedSources,
] as const satisfies readonly Source[]

/** What the edition of 2011 rests on. */
import type { Source } from '@tumstock/rubric/contract'

export const sources = [
  {
    about: ['questions.*.area', 'criteria.*.title'],
    says: 'Kartleggingen følger 16 av de 18 områdene i eKommune 2012; NAV-reformen og fri programvare er ikke med.',
    where: 'KS: Kartlegging eKommune 2012, presentasjon 2011',
    status: 'sourced',
  },
  {
    about: ['questions.*.text'],
    says: 'Spørsmålene bygger på titlene i presentasjonen, med våre ord.',
    where: 'KS: Kartlegging eKommune 2012, presentasjon 2011',
    status: 'inferred',
  },
  {
    about: ['questions.*.options', 'criteria.*.scoring'],
    says: 'Svaralternativene og poengene er ikke offentliggjort; de er valgt her.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.*.weight', 'scale.max'],
    says: 'Vektene er ikke kjent. Områdene teller likt, og samlet måloppnåelse vises på en skala til 100.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['missing', 'criteria.*.missing'],
    says: 'Et spørsmål uten svar gir ingen poeng. Det er ikke kjent hvordan KS behandlet manglende svar.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['categories'],
    says: 'Fra 2011 er prisen delt i små, mellomstore og store kommuner, samt fylkeskommuner; mellomstore er mellom 5 000 og 20 000 innbyggere.',
    where: 'http://www.cw.no/artikkel/offentlig-sektor/fire-vinnere-av-ekommuneprisen',
    status: 'sourced',
  },
  {
    about: ['categories.medium.population', 'categories.large.population'],
    says: 'Hvilken klasse nøyaktig 20 000 innbyggere hører til, står ikke noe sted; her er det den store.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['stages'],
    says: 'Kartleggingen var grunnlaget for å peke ut kandidater til prisen.',
    where: 'KS: Kartlegging eKommune 2012, presentasjon 2011',
    status: 'sourced',
  },
  {
    about: ['stages.*.keep', 'awards.*.nominees', 'awards.*.decide'],
    says: 'At tre kandidater i hver klasse gikk til en jury som valgte vinneren, er antatt ut fra 2014.',
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

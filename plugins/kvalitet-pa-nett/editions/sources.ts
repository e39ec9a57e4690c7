/** What every edition rests on. */
import type { Source } from '@tumstock/rubric/contract'

export const sharedSources = [
  {
    about: ['scale.grades'],
    says: 'Grensene for stjernene er ikke funnet. De er satt innenfor det som er sett: 37 ga to, 47 og 48 tre, 59 fire, 74, 75 og 77 fem, 81, 83 og 88 seks.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['combine', 'criteria.*.combine'],
    says: 'Resultatet er summen av poengene over det høyeste mulige, ikke snittet av de tre gruppenes prosenter. Samletall trykt for 2010–2012 ligger nærmere snittet; se påstandene i runden for 2012.',
    where: 'http://kvalitet.difi.no/resultat/resultat-detalj/?tailid=25297',
    status: 'inferred',
  },
  {
    about: ['missing', 'criteria.*.missing', 'criteria.*.children.*.missing'],
    says: 'Den som vurderer, svarer på alt. Et hull er en feil i gjennomgangen og gir derfor ikke noe resultat.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['awards.website.decide'],
    says: 'Hvordan årets nettsted ble valgt, er ikke kjent; her velger en jury.',
    where: 'Tumstock',
    status: 'assumed',
  },
  {
    about: ['criteria.*.crosswalk', 'criteria.content.children.*.crosswalk'],
    says: 'Koblingen til det felles rammeverket er prosjektets forslag.',
    where: 'Tumstock',
    status: 'assumed',
  },
] as const satisfies readonly Source[]

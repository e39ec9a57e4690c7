/** What the experts mark after their interviews: the three goals that the award's criterion names. */
const scale = [
  { text: 'Inget att visa: planer eller enstaka försök', points: 0 },
  { text: 'På väg: enstaka verksamheter har ändrat sitt arbete', points: 1 },
  { text: 'Etablerat: flera verksamheter, men resultaten är inte belagda', points: 2 },
  { text: 'Starkt: brett infört, med resultat som de intervjuade kan visa', points: 3 },
  { text: 'Förebild: resultaten är belagda och andra kommuner lär av dem', points: 4 },
] as const

export const visit = {
  title: 'Platsbesök',
  why: 'Experterna intervjuar politiker, chefer och medarbetare för att se om självvärderingen håller. Bra är när samma bild kommer fram i alla samtal och går att se i vardagen.',
  weight: 1,
  missing: 'block',
  combine: 'mean',
  children: {
    services: {
      title: 'Verksamheterna',
      why: 'Priset gäller hur it utvecklar skola, omsorg, byggande och service. Bra är när verksamheten själv äger förändringen och kan visa vad den gett.',
      weight: 1,
      missing: 'block',
      crosswalk: { SRV: 0.5, SEC: 0.5 },
      reads: [],
      scoring: { by: 'panel', scale },
      stage: 'siteVisit',
    },
    democracy: {
      title: 'Demokratin',
      why: 'Digitala kanaler ska ge fler invånare insyn och inflytande. Bra är när synpunkter syns i besluten och handlingar och data är lätta att nå.',
      weight: 1,
      missing: 'block',
      crosswalk: { DEM: 1 },
      reads: [],
      scoring: { by: 'panel', scale },
      stage: 'siteVisit',
    },
    whole: {
      title: 'Kommunen som helhet',
      why: 'Enskilda goda exempel räcker inte. Bra är när en gemensam vision, ledningens stöd och en öppen kultur bär förändringen i hela organisationen.',
      weight: 1,
      missing: 'block',
      crosswalk: { GOV: 0.5, CAP: 0.5 },
      reads: [],
      scoring: { by: 'panel', scale },
      stage: 'siteVisit',
    },
  },
} as const

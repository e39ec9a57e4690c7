/** What stayed the same from year to year. A group weighs what its criteria can give, so that points are pooled. */
import type { Award, Category, Leaf, Scale, Stage } from '@tumstock/rubric/contract'

export const owner = 'Direktoratet for forvaltning og IKT (Difi)'

export const scale = {
  max: 100,
  unit: 'prosent',
  decimals: 0,
  grades: [
    [0, '1 stjerne'],
    [25, '2 stjerner'],
    [40, '3 stjerner'],
    [55, '4 stjerner'],
    [70, '5 stjerner'],
    [80, '6 stjerner'],
  ],
} as const satisfies Scale

export const categories = {
  municipality: { title: 'Kommuner', kind: 'municipality' },
  county: { title: 'Fylkeskommuner', kind: 'county' },
} as const satisfies Record<string, Category>

export const stages = [
  { kind: 'survey', title: 'Gjennomgang av nettstedene' },
  { kind: 'publication', title: 'Offentliggjøring på konferansen Kvalitet på nett' },
] as const satisfies readonly Stage[]

export const awards = {
  website: { title: 'Årets kommunale nettsted', per: 'round', decide: 'jury', winners: 1 },
} as const satisfies Record<string, Award>

const pooled = <C extends Readonly<Record<string, Leaf>>>(children: C) => ({
  weight: Object.values(children).reduce((sum, child) => sum + child.weight, 0),
  missing: 'block' as const,
  combine: 'mean' as const,
  children,
})

export const accessibilityGroup = <C extends Readonly<Record<string, Leaf>>>(children: C) => ({
  title: 'Tilgjengelighet',
  why: 'Offentlige nettsteder er for alle, også for dem som ikke ser skjermen eller bruker mus.',
  crosswalk: { SRV: 1 },
  ...pooled(children),
})

export const usabilityGroup = <C extends Readonly<Record<string, Leaf>>>(children: C) => ({
  title: 'Brukertilpasning',
  why: 'Den som leter, skal finne raskt, på den enheten hun har for hånden.',
  crosswalk: { SRV: 1 },
  ...pooled(children),
})

export const contentGroup = <C extends Readonly<Record<string, Leaf>>>(children: C) => ({
  title: 'Nyttig innhold',
  why: 'Et nettsted er til for det folk kommer for: svar, innsyn og tjenester.',
  crosswalk: { SRV: 0.5, DEM: 0.5 },
  ...pooled(children),
})

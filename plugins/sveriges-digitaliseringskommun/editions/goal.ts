/** The award's own goal, services, democracy and the municipality as a whole, as seen on the visits. */
import type { Question } from '@tumstock/rubric/contract'

export const goalQuestions = {
  dialogue: {
    type: 'choice',
    area: 'Demokratin',
    text: 'Hur kan invånarna påverka digitalt innan kommunen beslutar?',
    unknown: true,
    options: {
      answered: { text: 'De lämnar synpunkter och ser hur de har använts', points: 3 },
      asked: { text: 'De blir tillfrågade i vissa ärenden', points: 2 },
      inbox: { text: 'De kan skicka synpunkter', points: 1 },
      none: { text: 'Inte alls', points: 0 },
    },
  },
  budget: {
    type: 'choice',
    area: 'Kommunen som helhet',
    text: 'Finns digitaliseringen med i kommunens mål och budget?',
    unknown: true,
    options: {
      followed: { text: 'Ja, med mål som följs upp', points: 2 },
      named: { text: 'Ja, den nämns', points: 1 },
      none: { text: 'Nej', points: 0 },
    },
  },
  foundation: {
    type: 'choice',
    area: 'Kommunen som helhet',
    text: 'Bygger era tjänster på grunddata och infrastruktur som flera verksamheter delar?',
    unknown: true,
    options: {
      shared: { text: 'Ja, det är regel', points: 3 },
      partly: { text: 'I flera fall', points: 2 },
      planned: { text: 'Det är beslutat men inte infört', points: 1 },
      none: { text: 'Nej', points: 0 },
    },
  },
} as const satisfies Record<string, Question>

const scale = [
  { text: 'Inget att visa: planer eller enstaka försök', points: 0 },
  { text: 'På väg: enstaka verksamheter har ändrat sitt arbete', points: 1 },
  { text: 'Etablerat: flera verksamheter, men resultaten är inte belagda', points: 2 },
  { text: 'Starkt: brett infört, med resultat som de intervjuade kan visa', points: 3 },
  { text: 'Förebild: resultaten är belagda och andra kommuner lär av dem', points: 4 },
] as const

export const goal = {
  title: 'Målet med priset',
  why: 'Priset går till den kommun som har lyckats bäst för verksamheterna, demokratin och kommunen som helhet. Besöken prövar om berättelsen stämmer i vardagen.',
  weight: 1,
  missing: { needs: 0.6 },
  combine: 'mean',
  children: {
    services: {
      title: 'Verksamheterna',
      why: 'Skola, omsorg, byggande och service är vad kommunen är till för. Bra är när medarbetare i flera verksamheter kan visa vad som har blivit bättre.',
      weight: 1,
      missing: 'block',
      crosswalk: { SRV: 0.5, SEC: 0.5 },
      reads: [],
      scoring: { by: 'panel', scale },
      stage: 'siteVisit',
    },
    democracy: {
      title: 'Demokratin',
      why: 'Digitaliseringen ska ge fler insyn och inflytande. Bra är när synpunkter lämnas tidigt, syns i besluten och möts av ett svar.',
      weight: 1,
      missing: { needs: 0.6 },
      crosswalk: { DEM: 1 },
      combine: 'mean',
      children: {
        visit: {
          title: 'Besökarna om demokratin',
          why: 'Besökarna frågar förtroendevalda och medarbetare vad som har ändrats efter digital dialog, och ser exempel.',
          weight: 2,
          missing: 'block',
          reads: [],
          scoring: { by: 'panel', scale },
          stage: 'siteVisit',
        },
        influence: {
          title: 'Väg till inflytande',
          why: 'En brevlåda är inte dialog. Bra är när invånaren ser vad synpunkten ledde till.',
          weight: 1,
          missing: 'exclude',
          reads: ['dialogue'],
          scoring: { by: 'points' },
          stage: 'nomination',
        },
      },
    },
    whole: {
      title: 'Kommunen som helhet',
      why: 'En vinnare har fört in digitaliseringen i ledning, kultur och gemensam grund. Bra är när goda exempel sprids för att organisationen är byggd för det.',
      weight: 1,
      missing: { needs: 0.6 },
      crosswalk: { GOV: 0.5, DAT: 0.5 },
      combine: 'mean',
      children: {
        visit: {
          title: 'Besökarna om helheten',
          why: 'Besökarna prövar om ledning, verksamhet och it ger samma bild av vart kommunen är på väg.',
          weight: 2,
          missing: 'block',
          reads: [],
          scoring: { by: 'panel', scale },
          stage: 'siteVisit',
        },
        base: {
          title: 'Styrning och gemensam grund',
          why: 'Mål i budgeten och delade grunddata gör nästa steg billigare. Bra är när båda är regel och följs upp.',
          weight: 1,
          missing: 'exclude',
          reads: ['budget', 'foundation'],
          scoring: { by: 'points' },
          stage: 'nomination',
        },
      },
    },
  },
} as const

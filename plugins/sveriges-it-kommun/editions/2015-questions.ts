/** The self-assessment: each indicator is met fully, in part or not at all. The wording is the project's own. */
import type { Question } from '@tumstock/rubric/contract'

const indicator = (area: string, text: string) =>
  ({
    type: 'choice',
    area,
    text,
    options: {
      full: { text: 'Uppfyller helt', points: 2 },
      part: { text: 'Uppfyller delvis', points: 1 },
      none: { text: 'Uppfyller inte alls', points: 0 },
    },
  }) as const satisfies Question

const services = 'Digitala välfärdstjänster och självservice'
const development = 'Verksamhetsutveckling med stöd av IT'
const enablers = 'IT som möjliggörare'

export const questions = {
  schoolApply: indicator(services, 'Vårdnadshavare ansöker om plats i förskola och skola helt digitalt.'),
  schoolDialogue: indicator(
    services,
    'Hemmet följer barnets skolgång och har kontakt med skolan i en digital tjänst.',
  ),
  careApply: indicator(
    services,
    'Invånare söker stöd i äldre- och funktionshinderomsorgen digitalt och ser hur ärendet går.',
  ),
  careHome: indicator(
    services,
    'Trygghetslarm och annan välfärdsteknik i hemmet är digitala och används i hela kommunen.',
  ),
  socialApply: indicator(services, 'Ansökan om ekonomiskt bistånd görs digitalt.'),
  buildPermit: indicator(
    services,
    'Bygglov söks digitalt, och sökanden ser handlingar och status under hela handläggningen.',
  ),
  buildMap: indicator(
    services,
    'Planer och kartor finns öppet på webben och går att använda i egna tjänster.',
  ),
  business: indicator(
    services,
    'Företag sköter tillstånd, tillsyn och anmälningar hos kommunen på ett ställe på webben.',
  ),
  leisure: indicator(services, 'Lokaler, aktiviteter och bibliotekstjänster bokas och betalas på webben.'),
  strategy: indicator(
    development,
    'Digitaliseringen finns med i kommunens mål och budget och följs upp av kommunstyrelsen.',
  ),
  portfolio: indicator(development, 'Ledningen prioriterar alla större it-satsningar samlat.'),
  benefits: indicator(
    development,
    'Nyttan av varje satsning beräknas i förväg och följs upp när den har införts.',
  ),
  skills: indicator(
    development,
    'Medarbetare och chefer får den kunskap som deras digitala arbetssätt kräver.',
  ),
  users: indicator(development, 'Tjänster tas fram och förbättras tillsammans med dem som ska använda dem.'),
  collaboration: indicator(
    development,
    'Kommunen utvecklar och driver lösningar tillsammans med andra kommuner.',
  ),
  architecture: indicator(
    enablers,
    'Det finns en beslutad it-arkitektur, och nya system upphandlas efter den.',
  ),
  integration: indicator(
    enablers,
    'E-tjänster, verksamhetssystem och e-arkiv utbyter uppgifter utan omregistrering.',
  ),
  openData: indicator(
    enablers,
    'Kommunens data publiceras öppet och i standardformat när inget hindrar det.',
  ),
  network: indicator(enablers, 'Hushåll och företag i hela kommunen kan få snabbt bredband.'),
  security: indicator(enablers, 'Information klassas efter skyddsbehov, och skyddet prövas regelbundet.'),
  identity: indicator(
    enablers,
    'Inloggning och underskrift sker med säker e-legitimation, internt och externt.',
  ),
} as const

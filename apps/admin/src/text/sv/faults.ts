import type { faults as en } from '../en/faults.ts'
import type { Shape } from '../shape.ts'

export const faults = {
  zeroRange: '”{{what}}” skiljer inte deltagarna åt. Det behövs minst två olika tal.',
  reference: '”{{what}}”: {{name}}, som alla jämförs med, är inte bättre än den sämsta. Det måste den vara.',
  target: '”{{what}}”: målet {{target}} är inte bättre än det sämsta talet. Det måste det vara.',
  logarithm: '”{{what}}” har ett tal som inte är över 0 och därmed ingen logaritm.',
  share: '”{{what}}” kan inte räknas som andel av det bästa: {{allowed}}',
  shareHigh: 'talen måste vara 0 eller mer, och inte alla 0.',
  shareLow: 'talen måste vara över 0, eftersom lägre är bättre.',
  divided: '”{{what}}” kan inte delas med ”{{by}}” där det inte är över 0.',
  transform: '”{{what}}” kan inte transformeras: det högsta talet måste vara över 1.',
  notAmong: '”{{what}}” jämförs med {{name}}, som inte är bland deltagarna.',
  kept: 'Ett steg i bedömningsmallen nämner {{names}}, och alla av dem är inte bland deltagarna.',
  noReference: '”{{what}}” jämförs med {{name}}, som inte har något tal.',
  nothing: '”{{what}}” har inte ett enda tal som de saknade kan sättas utifrån.',
  regression:
    '”{{what}}” kan inte skattas utifrån {{on}}: för få deltagare har alla talen, eller så säger ett av dem inget nytt.',
  torn: '”{{what}}” läses åt båda hållen, så ett steg kan inte föra det till ett.',
  compared: '”{{what}}” jämför deltagarna med varandra. Minst två av dem måste ha ett värde.',
  circle:
    'I ”{{what}}” slår för många deltagare varandra i ring för att ordningen ska kunna bestämmas exakt.',
  weights: 'I ”{{what}}” hittades inte de vikter som passar en deltagare bäst.',
  belowZero: '”{{what}}” har en del under 0. Det här kräver 0 eller mer: {{how}}.',
  mark: '”{{what}}” har en bedömning som inte finns på skalan.',
  other: '”{{what}}” kunde inte beräknas: {{message}}',
  concerns: 'Gäller {{names}}.',
  concernsMore_one: 'Gäller {{names}} och {{count}} till.',
  concernsMore_other: 'Gäller {{names}} och {{count}} till.',
  concernsAll_one: 'Gäller den enda deltagaren.',
  concernsAll_other: 'Gäller alla {{count}} deltagare.',
} as const satisfies Shape<typeof en>

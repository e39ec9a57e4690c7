import type { faults as en } from '../en/faults.ts'
import type { Shape } from '../shape.ts'

export const faults = {
  zeroRange: '«{{what}}» skiller ikke deltakerne fra hverandre. Det trengs minst to ulike tall.',
  reference:
    '«{{what}}»: {{name}}, som alle sammenlignes med, er ikke bedre enn den dårligste. Det må den være.',
  target: '«{{what}}»: målet {{target}} er ikke bedre enn det dårligste tallet. Det må det være.',
  logarithm: '«{{what}}» har et tall som ikke er over 0, og dermed ingen logaritme.',
  share: '«{{what}}» kan ikke regnes som andel av det beste: {{allowed}}',
  shareHigh: 'tallene må være 0 eller mer, og ikke alle 0.',
  shareLow: 'tallene må være over 0, siden lavere er bedre.',
  divided: '«{{what}}» kan ikke deles på «{{by}}» der det ikke er over 0.',
  transform: '«{{what}}» kan ikke transformeres: det høyeste tallet må være over 1.',
  notAmong: '«{{what}}» sammenlignes med {{name}}, som ikke er blant deltakerne.',
  kept: 'Et trinn i målesettet nevner {{names}}, og ikke alle av dem er blant deltakerne.',
  noReference: '«{{what}}» sammenlignes med {{name}}, som ikke har noe tall.',
  nothing: '«{{what}}» har ikke ett eneste tall som de manglende kan settes ut fra.',
  regression:
    '«{{what}}» kan ikke anslås ut fra {{on}}: for få deltakere har alle tallene, eller ett av dem sier ikke noe nytt.',
  torn: '«{{what}}» leses i begge retninger, så et trinn kan ikke samle det i én.',
  compared: '«{{what}}» sammenligner deltakerne med hverandre. Minst to av dem må ha en verdi.',
  circle: 'I «{{what}}» slår for mange deltakere hverandre i ring til at rekkefølgen kan finnes nøyaktig.',
  weights: 'I «{{what}}» ble ikke vektene som passer en deltaker best, funnet.',
  belowZero: '«{{what}}» har en del under 0. Dette krever 0 eller mer: {{how}}.',
  mark: '«{{what}}» har en vurdering som ikke står på skalaen.',
  other: '«{{what}}» kunne ikke beregnes: {{message}}',
  concerns: 'Gjelder {{names}}.',
  concernsMore_one: 'Gjelder {{names}} og {{count}} til.',
  concernsMore_other: 'Gjelder {{names}} og {{count}} til.',
  concernsAll_one: 'Gjelder den eneste deltakeren.',
  concernsAll_other: 'Gjelder alle {{count}} deltakerne.',
} as const satisfies Shape<typeof en>

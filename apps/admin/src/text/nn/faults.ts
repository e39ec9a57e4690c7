import type { faults as en } from '../en/faults.ts'
import type { Shape } from '../shape.ts'

export const faults = {
  zeroRange: '«{{what}}» skil ikkje deltakarane frå kvarandre. Det trengst minst to ulike tal.',
  reference:
    '«{{what}}»: {{name}}, som alle blir samanlikna med, er ikkje betre enn den dårlegaste. Det må den vere.',
  target: '«{{what}}»: målet {{target}} er ikkje betre enn det dårlegaste talet. Det må det vere.',
  logarithm: '«{{what}}» har eit tal som ikkje er over 0, og dermed ingen logaritme.',
  share: '«{{what}}» kan ikkje reknast som del av det beste: {{allowed}}',
  shareHigh: 'tala må vere 0 eller meir, og ikkje alle 0.',
  shareLow: 'tala må vere over 0, sidan lågare er betre.',
  divided: '«{{what}}» kan ikkje delast på «{{by}}» der det ikkje er over 0.',
  transform: '«{{what}}» kan ikkje transformerast: det høgaste talet må vere over 1.',
  notAmong: '«{{what}}» blir samanlikna med {{name}}, som ikkje er mellom deltakarane.',
  kept: 'Eit steg i målesettet nemner {{names}}, og ikkje alle av dei er mellom deltakarane.',
  noReference: '«{{what}}» blir samanlikna med {{name}}, som ikkje har noko tal.',
  nothing: '«{{what}}» har ikkje eitt einaste tal som dei manglande kan setjast ut frå.',
  regression:
    '«{{what}}» kan ikkje anslåast ut frå {{on}}: for få deltakarar har alle tala, eller eitt av dei seier ikkje noko nytt.',
  torn: '«{{what}}» blir lese i begge retningar, så eit steg kan ikkje samle det i éin.',
  compared: '«{{what}}» samanliknar deltakarane med kvarandre. Minst to av dei må ha ein verdi.',
  circle: 'I «{{what}}» slår for mange deltakarar kvarandre i ring til at rekkjefølgja kan finnast nøyaktig.',
  weights: 'I «{{what}}» vart ikkje vektene som passar ein deltakar best, funne.',
  belowZero: '«{{what}}» har ein del under 0. Dette krev 0 eller meir: {{how}}.',
  mark: '«{{what}}» har ei vurdering som ikkje står på skalaen.',
  other: '«{{what}}» kunne ikkje reknast ut: {{message}}',
  concerns: 'Gjeld {{names}}.',
  concernsMore_one: 'Gjeld {{names}} og {{count}} til.',
  concernsMore_other: 'Gjeld {{names}} og {{count}} til.',
  concernsAll_one: 'Gjeld den einaste deltakaren.',
  concernsAll_other: 'Gjeld alle {{count}} deltakarane.',
} as const satisfies Shape<typeof en>

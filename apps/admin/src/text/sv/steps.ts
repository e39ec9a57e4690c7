import type { steps as en } from '../en/steps.ts'
import type { Shape } from '../shape.ts'

export const steps = {
  title: 'Vad som först görs med talen',
  lead: 'Stegen tas i den här ordningen, innan något poängsätts.',
  divided: 'Delat: {{pairs}}.',
  pair: '{{what}} med {{by}}',
  pairPer: '{{what}} med {{by}}, per {{per}}',
  available: 'En deltagare lämnas utanför om den inte har tal för minst {{share}} av indikatorerna.',
  nonZero: 'En deltagare lämnas utanför om inte minst {{share}} av talen är något annat än noll.',
  keep: 'Lämnas aldrig utanför: {{entries}}.',
  drop: 'Lämnas utanför: {{entries}}.',
  mean: 'Ett tal som saknas ersätts med de andra deltagarnas medelvärde.',
  median: 'Ett tal som saknas ersätts med de andra deltagarnas median.',
  meanCategory: 'Ett tal som saknas ersätts med medelvärdet för de andra deltagarna i klassen.',
  medianCategory: 'Ett tal som saknas ersätts med medianen för de andra deltagarna i klassen.',
  meanWithin:
    'Ett tal som saknas ersätts med medelvärdet för de andra deltagarna med samma svar på ”{{question}}”.',
  medianWithin:
    'Ett tal som saknas ersätts med medianen för de andra deltagarna med samma svar på ”{{question}}”.',
  rowMean:
    'Ett tal som saknas sätts utifrån medelvärdet av deltagarens egna andra indikatorer, förda till samma spann och riktning.',
  rowMedian:
    'Ett tal som saknas sätts utifrån medianen av deltagarens egna andra indikatorer, förda till samma spann och riktning.',
  siblings: 'Bara indikatorer i samma grupp används.',
  regression: 'Ett tal som saknas skattas med minstakvadratmetoden utifrån {{on}}.',
  last: 'Ett tal som saknas ersätts med det från senaste år före.',
  linear: 'Ett tal som saknas placeras på linjen mellan åren omkring.',
  constant: 'Ett tal som saknas ersätts med det från senaste år före, annars från första år efter.',
  test: 'Extremvärden behandlas i en indikator där skevheten är minst {{skewness}} åt endera hållet och överskottskurtosis minst {{kurtosis}}.',
  winsorise_one: 'Det mest extrema talet dras in till det nästa.',
  winsorise_other: 'De mest extrema talen, högst {{count}} per indikator, dras in till det nästa.',
  winsoriseAll: 'De mest extrema talen dras in till det nästa tills testet är godkänt.',
  transform: 'Talen transformeras: {{name}}.',
  transformElse: 'Om det inte räcker transformeras i stället talen som de var: {{name}}.',
  transformBoth: 'De indragna talen transformeras sedan: {{name}}.',
  transformBothElse: 'Om det inte räcker transformeras även de indragna talen: {{name}}.',
  only: 'Bara för {{what}}.',
  each: 'Där data sträcker sig över flera år jämförs varje år för sig.',
  pooled: 'Där data sträcker sig över flera år jämförs alla år tillsammans.',
  name: {
    log: 'logaritmen av avståndet till det lägsta talet och en hundradel av spannet',
    logMirrored: 'samma logaritm, spegelvänd där skevheten är åt vänster',
    logFromOne: 'logaritmen av avståndet till det lägsta talet plus ett',
    logScaled: 'logaritmen med spannet sträckt från ett till det högsta talet',
    boxCox: 'Box–Cox med λ {{lambda}}',
  },
  imputed: 'skattat',
  done: {
    divided: 'Delat med {{by}}, {{divisor}}: {{to}}.',
    dividedPer: 'Delat med {{by}}, {{divisor}}, per {{per}}: {{to}}.',
    notDivided: '{{by}} har inget tal att dela med.',
    leftOut: {
      available: 'Ett steg i bedömningsmallen lämnar deltagaren utanför: den har {{available}} av talen.',
      nonZero:
        'Ett steg i bedömningsmallen lämnar deltagaren utanför: {{nonZero}} av talen är något annat än noll.',
      named: 'Ett steg i bedömningsmallen lämnar deltagaren utanför vid namn.',
    },
    mean: 'Talet saknades. Satt till {{to}}, medelvärdet för {{n}} andra deltagare.',
    median: 'Talet saknades. Satt till {{to}}, medianen för {{n}} andra deltagare.',
    meanWithin: 'Talet saknades. Satt till {{to}}, medelvärdet för {{n}} andra deltagare med ”{{within}}”.',
    medianWithin: 'Talet saknades. Satt till {{to}}, medianen för {{n}} andra deltagare med ”{{within}}”.',
    rowMean:
      'Talet saknades. Satt till {{to}} utifrån medelvärdet av {{n}} av deltagarens andra indikatorer.',
    rowMedian: 'Talet saknades. Satt till {{to}} utifrån medianen av {{n}} av deltagarens andra indikatorer.',
    regression:
      'Talet saknades. Skattat till {{to}} utifrån {{on}} med minstakvadratmetoden över {{n}} deltagare.',
    years: 'Talet saknades. Satt till {{to}} utifrån {{years}}.',
    winsorised: 'Extremt: indraget från {{from}} till {{to}}.',
    transformed: 'Transformerat till {{to}}: {{name}}.',
  },
} as const satisfies Shape<typeof en>

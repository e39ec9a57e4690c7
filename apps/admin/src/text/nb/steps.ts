import type { steps as en } from '../en/steps.ts'
import type { Shape } from '../shape.ts'

export const steps = {
  title: 'Hva som først gjøres med tallene',
  lead: 'Trinnene tas i denne rekkefølgen, før noe gir poeng.',
  divided: 'Delt: {{pairs}}.',
  pair: '{{what}} på {{by}}',
  pairPer: '{{what}} på {{by}}, per {{per}}',
  available: 'En deltaker holdes utenfor om den ikke har tall for minst {{share}} av indikatorene.',
  nonZero: 'En deltaker holdes utenfor om ikke minst {{share}} av tallene er noe annet enn null.',
  keep: 'Holdes aldri utenfor: {{entries}}.',
  drop: 'Holdes utenfor: {{entries}}.',
  mean: 'Et tall som mangler, settes til gjennomsnittet for de andre deltakerne.',
  median: 'Et tall som mangler, settes til medianen for de andre deltakerne.',
  meanCategory: 'Et tall som mangler, settes til gjennomsnittet for de andre deltakerne i klassen.',
  medianCategory: 'Et tall som mangler, settes til medianen for de andre deltakerne i klassen.',
  meanWithin:
    'Et tall som mangler, settes til gjennomsnittet for de andre deltakerne med samme svar på «{{question}}».',
  medianWithin:
    'Et tall som mangler, settes til medianen for de andre deltakerne med samme svar på «{{question}}».',
  rowMean:
    'Et tall som mangler, settes ut fra gjennomsnittet av deltakerens egne andre indikatorer, brakt til samme spenn og retning.',
  rowMedian:
    'Et tall som mangler, settes ut fra medianen av deltakerens egne andre indikatorer, brakt til samme spenn og retning.',
  siblings: 'Bare indikatorer i samme gruppe brukes.',
  regression: 'Et tall som mangler, anslås med minste kvadraters metode ut fra {{on}}.',
  last: 'Et tall som mangler, settes til tallet fra siste år før.',
  linear: 'Et tall som mangler, plasseres på linjen mellom årene rundt.',
  constant: 'Et tall som mangler, settes til tallet fra siste år før, ellers fra første år etter.',
  test: 'Ekstremverdier behandles i en indikator der skjevheten er minst {{skewness}} den ene eller andre veien og overskytende kurtose minst {{kurtosis}}.',
  winsorise_one: 'Det mest ekstreme tallet trekkes inn til det neste.',
  winsorise_other: 'De mest ekstreme tallene, høyst {{count}} per indikator, trekkes inn til det neste.',
  winsoriseAll: 'De mest ekstreme tallene trekkes inn til det neste til testen er bestått.',
  transform: 'Tallene transformeres: {{name}}.',
  transformElse: 'Om det ikke er nok, transformeres i stedet tallene slik de var: {{name}}.',
  transformBoth: 'Tallene som er trukket inn, transformeres så: {{name}}.',
  transformBothElse: 'Om det ikke er nok, transformeres også tallene som er trukket inn: {{name}}.',
  only: 'Bare for {{what}}.',
  each: 'Der dataene går over flere år, sammenlignes hvert år for seg.',
  pooled: 'Der dataene går over flere år, sammenlignes alle årene samlet.',
  name: {
    log: 'logaritmen av avstanden til det laveste tallet og en hundredel av spennet',
    logMirrored: 'den samme logaritmen, speilvendt der skjevheten er mot venstre',
    logFromOne: 'logaritmen av avstanden til det laveste tallet pluss én',
    logScaled: 'logaritmen med spennet strukket fra én til det høyeste tallet',
    boxCox: 'Box–Cox med λ {{lambda}}',
  },
  imputed: 'anslått',
  done: {
    divided: 'Delt på {{by}}, {{divisor}}: {{to}}.',
    dividedPer: 'Delt på {{by}}, {{divisor}}, per {{per}}: {{to}}.',
    notDivided: '{{by}} har ikke noe tall å dele på.',
    leftOut: {
      available: 'Et trinn i målesettet holder deltakeren utenfor: den har {{available}} av tallene.',
      nonZero:
        'Et trinn i målesettet holder deltakeren utenfor: {{nonZero}} av tallene er noe annet enn null.',
      named: 'Et trinn i målesettet holder deltakeren utenfor ved navn.',
    },
    mean: 'Tallet manglet. Satt til {{to}}, gjennomsnittet for {{n}} andre deltakere.',
    median: 'Tallet manglet. Satt til {{to}}, medianen for {{n}} andre deltakere.',
    meanWithin: 'Tallet manglet. Satt til {{to}}, gjennomsnittet for {{n}} andre deltakere med «{{within}}».',
    medianWithin: 'Tallet manglet. Satt til {{to}}, medianen for {{n}} andre deltakere med «{{within}}».',
    rowMean:
      'Tallet manglet. Satt til {{to}} ut fra gjennomsnittet av {{n}} andre indikatorer for deltakeren.',
    rowMedian: 'Tallet manglet. Satt til {{to}} ut fra medianen av {{n}} andre indikatorer for deltakeren.',
    regression:
      'Tallet manglet. Anslått til {{to}} ut fra {{on}} med minste kvadraters metode over {{n}} deltakere.',
    years: 'Tallet manglet. Satt til {{to}} ut fra {{years}}.',
    winsorised: 'Ekstremt: trukket inn fra {{from}} til {{to}}.',
    transformed: 'Transformert til {{to}}: {{name}}.',
  },
} as const satisfies Shape<typeof en>

/** Digital maturity by the DiMiOS model, which the nominees of 2023 were measured with. */
import type { Question } from '@tumstock/rubric/contract'

export const maturityQuestions = {
  ability: {
    type: 'share',
    area: 'Digital mognad',
    text: 'Kommunens värde för digital förmåga i den senaste mätningen med DiMiOS',
    help: 'Värdet visar hur väl organisationen förstår, fångar och genomför det som tekniken gör möjligt.',
    unit: '%',
  },
  heritage: {
    type: 'share',
    area: 'Digital mognad',
    text: 'Kommunens värde för digitalt arv i den senaste mätningen med DiMiOS',
    help: 'Värdet visar om tidigare investeringar i system och data hjälper eller hindrar nya initiativ. Högt är bra.',
    unit: '%',
  },
} as const satisfies Record<string, Question>

export const maturity = {
  title: 'Digital mognad',
  why: 'Mognaden säger om framgången kan upprepas. En bra kommun känner sitt läge, mäter det brett i organisationen och arbetar med det som brister.',
  weight: 1,
  missing: 'block',
  combine: 'mean',
  children: {
    ability: {
      title: 'Digital förmåga',
      why: 'Förmågan avgör om idéer blir verksamhet. Bra är när både ledning och medarbetare ser möjligheter och får utrymme att pröva dem.',
      weight: 1,
      missing: 'block',
      crosswalk: { GOV: 0.5, CAP: 0.5 },
      reads: ['ability'],
      scoring: { by: 'linear', from: 0, to: 100 },
      stage: 'survey',
    },
    heritage: {
      title: 'Digitalt arv',
      why: 'Gamla system och data kan bära nästa steg eller stå i vägen. Bra är när arvet är känt, underhållet och öppet för det nya.',
      weight: 1,
      missing: 'block',
      crosswalk: { DAT: 1 },
      reads: ['heritage'],
      scoring: { by: 'linear', from: 0, to: 100 },
      stage: 'survey',
    },
  },
} as const

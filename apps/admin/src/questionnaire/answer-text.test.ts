import type { Question } from '@tumstock/rubric/contract'
import { expect, test } from 'vitest'
import { answering as en } from '../text/en/answering.ts'
import { answering as nb } from '../text/nb/answering.ts'
import { answering as nn } from '../text/nn/answering.ts'
import { LANGUAGES, LOCALES, spoken } from '../text/spoken.fixture.ts'
import { answering as sv } from '../text/sv/answering.ts'
import { answerText } from './answer-text.ts'

const said = await spoken({ answering: { en, nb, nn, sv } })
const share: Question = { text: 'Share', type: 'share', unknown: true }
const day: Question = { text: 'When?', type: 'date' }
const several: Question = {
  text: 'Several',
  type: 'multiple',
  options: { a: { text: 'Alpha', points: 1 }, b: { text: 'Beta' } },
}

test.each([
  [share, 12.5, ['12.5 %', '12,5 %', '12,5 %', '12,5 %']],
  [share, '?', ['Do not know', 'Vet ikke', 'Veit ikkje', 'Vet ej']],
  [share, null, ['Not answered', 'Ikke besvart', 'Ikkje svart på', 'Inte besvarad']],
  [day, '2026-01-31', ['31 Jan 2026', '31. jan. 2026', '31. jan. 2026', '31 jan. 2026']],
  [several, ['a', 'b'], Array.from({ length: 4 }, () => 'Alpha · Beta')],
  [several, [], ['None chosen', 'Ingen valgt', 'Ingen valde', 'Inget valt']],
] as const)('%j of %j reads %j', (question, value, texts) =>
  expect(
    LANGUAGES.map(language =>
      answerText(question, value, { t: said.getFixedT(language, 'answering'), locale: LOCALES[language] }),
    ),
  ).toEqual(texts),
)

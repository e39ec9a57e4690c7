import type { MoreTexts } from './en.ts'
import { account } from './nn/account.ts'
import { answering } from './nn/answering.ts'
import { assessing } from './nn/assessing.ts'
import { audit } from './nn/audit.ts'
import { compare } from './nn/compare.ts'
import { entries } from './nn/entries.ts'
import { evidence } from './nn/evidence.ts'
import { explanation } from './nn/explanation.ts'
import { faults } from './nn/faults.ts'
import { join } from './nn/join.ts'
import { mail } from './nn/mail.ts'
import { nominations } from './nn/nominations.ts'
import { people } from './nn/people.ts'
import { record } from './nn/record.ts'
import { responses } from './nn/responses.ts'
import { results } from './nn/results.ts'
import { rubrics } from './nn/rubrics.ts'
import { seats } from './nn/seats.ts'
import { setUp } from './nn/set-up.ts'
import { shortlist } from './nn/shortlist.ts'
import { stages } from './nn/stages.ts'
import { steps } from './nn/steps.ts'
import { sure } from './nn/sure.ts'
import { survey } from './nn/survey.ts'
import { units } from './nn/units.ts'

export const texts: MoreTexts = {
  account,
  assessing,
  answering,
  evidence,
  units,
  responses,
  results,
  explanation,
  compare,
  faults,
  record,
  rubrics,
  survey,
  setUp,
  entries,
  nominations,
  shortlist,
  people,
  seats,
  join,
  mail,
  audit,
  stages,
  steps,
  sure,
}

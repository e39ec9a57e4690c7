import { account } from './en/account.ts'
import { answering } from './en/answering.ts'
import { assessing } from './en/assessing.ts'
import { audit } from './en/audit.ts'
import { compare } from './en/compare.ts'
import { entries } from './en/entries.ts'
import { evidence } from './en/evidence.ts'
import { explanation } from './en/explanation.ts'
import { faults } from './en/faults.ts'
import { join } from './en/join.ts'
import { mail } from './en/mail.ts'
import { nominations } from './en/nominations.ts'
import { people } from './en/people.ts'
import { record } from './en/record.ts'
import { responses } from './en/responses.ts'
import { results } from './en/results.ts'
import { rubrics } from './en/rubrics.ts'
import { seats } from './en/seats.ts'
import { setUp } from './en/set-up.ts'
import { shortlist } from './en/shortlist.ts'
import { stages } from './en/stages.ts'
import { steps } from './en/steps.ts'
import { sure } from './en/sure.ts'
import { survey } from './en/survey.ts'
import { units } from './en/units.ts'

export const texts = {
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
} as const

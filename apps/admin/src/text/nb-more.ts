import type { MoreTexts } from './en.ts'
import { account } from './nb/account.ts'
import { answering } from './nb/answering.ts'
import { assessing } from './nb/assessing.ts'
import { audit } from './nb/audit.ts'
import { compare } from './nb/compare.ts'
import { entries } from './nb/entries.ts'
import { evidence } from './nb/evidence.ts'
import { explanation } from './nb/explanation.ts'
import { faults } from './nb/faults.ts'
import { join } from './nb/join.ts'
import { mail } from './nb/mail.ts'
import { nominations } from './nb/nominations.ts'
import { people } from './nb/people.ts'
import { record } from './nb/record.ts'
import { responses } from './nb/responses.ts'
import { results } from './nb/results.ts'
import { rubrics } from './nb/rubrics.ts'
import { seats } from './nb/seats.ts'
import { setUp } from './nb/set-up.ts'
import { shortlist } from './nb/shortlist.ts'
import { stages } from './nb/stages.ts'
import { steps } from './nb/steps.ts'
import { sure } from './nb/sure.ts'
import { survey } from './nb/survey.ts'
import { units } from './nb/units.ts'

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

import type { MoreTexts } from './en.ts'
import { account } from './sv/account.ts'
import { answering } from './sv/answering.ts'
import { assessing } from './sv/assessing.ts'
import { audit } from './sv/audit.ts'
import { compare } from './sv/compare.ts'
import { entries } from './sv/entries.ts'
import { evidence } from './sv/evidence.ts'
import { explanation } from './sv/explanation.ts'
import { faults } from './sv/faults.ts'
import { join } from './sv/join.ts'
import { mail } from './sv/mail.ts'
import { nominations } from './sv/nominations.ts'
import { people } from './sv/people.ts'
import { record } from './sv/record.ts'
import { responses } from './sv/responses.ts'
import { results } from './sv/results.ts'
import { rubrics } from './sv/rubrics.ts'
import { seats } from './sv/seats.ts'
import { setUp } from './sv/set-up.ts'
import { shortlist } from './sv/shortlist.ts'
import { stages } from './sv/stages.ts'
import { steps } from './sv/steps.ts'
import { sure } from './sv/sure.ts'
import { survey } from './sv/survey.ts'
import { units } from './sv/units.ts'

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

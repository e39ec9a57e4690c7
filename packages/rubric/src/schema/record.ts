/** The published facts of a past round. */
import { z } from 'zod'
import type { Claim, RecordedEntry, RecordedRound, RecordedShare, Responses } from '../record.ts'
import { count, date, EDITION, keyed, OPTION, share, status, strict, text } from './strict.ts'

const year = z.int().min(1900).max(2100)
const founded = { source: z.string(), status }
const place = z.enum(['winner', 'nominee', 'finalist', 'entry'])

const source = strict({ title: text, where: text, published: z.string().exactOptional() })

const responses = strict({
  kind: z.enum(['municipality', 'county']),
  invited: count,
  answered: count,
  ...founded,
}) satisfies z.ZodType<Responses>

const entry = strict({
  units: z.array(z.string()).min(1),
  name: text,
  category: z.string().exactOptional(),
  place,
  score: z.number().exactOptional(),
  rank: z.int().positive().exactOptional(),
  categoryRank: z.int().positive().exactOptional(),
  population: count.exactOptional(),
  reasons: text.exactOptional(),
  ...founded,
}) satisfies z.ZodType<RecordedEntry>

const recordedShare = strict({
  question: z.string(),
  option: z.string(),
  share,
  n: count.nullable(),
  band: text.exactOptional(),
  year: year.exactOptional(),
  ...founded,
}) satisfies z.ZodType<RecordedShare>

const said = { says: text, printed: text, ...founded, note: text.exactOptional() }

const claim = z.discriminatedUnion('check', [
  strict({ ...said, check: z.literal('percent'), part: z.number(), whole: z.number() }),
  strict({ ...said, check: z.literal('points'), percent: z.number() }),
  strict({ ...said, check: z.literal('change'), from: z.number(), to: z.number() }),
  strict({ ...said, check: z.literal('row'), counts: z.array(count).min(1) }),
  strict({ ...said, check: z.literal('sum') }),
  strict({ ...said, check: z.literal('rank'), unit: z.string(), within: z.enum(['category', 'round']) }),
  strict({ ...said, check: z.literal('category'), unit: z.string(), population: count }),
  strict({ ...said, check: z.literal('winner'), category: z.string() }),
  strict({ ...said, check: z.literal('count'), place, category: z.string().exactOptional() }),
  strict({ ...said, check: z.literal('slip'), reading: text }),
  strict({ ...said, check: z.literal('none') }),
]) satisfies z.ZodType<Claim>

export const record = strict({
  edition: z.string().regex(EDITION),
  title: text,
  year,
  organiser: text,
  referenceDate: date,
  held: strict({ from: date, to: date }).exactOptional(),
  sources: keyed(source, OPTION),
  responses: z.array(responses).exactOptional(),
  entries: z.array(entry),
  shares: z.array(recordedShare).exactOptional(),
  claims: z.array(claim),
}) satisfies z.ZodType<RecordedRound>

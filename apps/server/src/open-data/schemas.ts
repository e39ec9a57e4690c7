import { COMBINE_WORDS } from '@tumstock/rubric/combine'
import { z } from 'zod'

/** Everything that the open data says, as it is checked, served and described in the OpenAPI document. */

const status = z
  .enum(['computed', 'synthetic', 'sourced', 'inferred', 'assumed'])
  .describe(
    'How well the row is founded: computed from answers, made up, or taken from a source of that standing.',
  )

const share = z.number().min(0).max(1)

/** A rubric may have rules that score without ends. */
const value = z.number().nullable()

const roundInfo = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    award: z.string().describe("The rubric's id."),
    edition: z.string(),
    organiser: z.string(),
    year: z.int(),
    country: z.string().describe('ISO 3166-1 alpha-2.'),
    kind: z.enum(['round', 'record', 'synthetic']),
    notice: z
      .string()
      .nullable()
      .describe('What a reader must know first: that the data are made up, or a record.'),
    referenceDate: z.iso.date().describe('Decides which units exist and their population.'),
  })
  .describe('A published round.')

export const method = z.strictObject({
  rubric: z.string().describe('id@edition'),
  rubricSha256: z.string().describe('SHA-256 over the canonical JSON of the definition that was scored by.'),
  purpose: z.enum(['award', 'survey', 'index']),
  combine: z.union([
    z.enum(COMBINE_WORDS),
    z.strictObject({ power: z.number() }),
    z.strictObject({ benefitOfDoubt: z.tuple([share, share]).readonly() }),
  ]),
  missing: z.union([z.enum(['zero', 'exclude', 'block']), z.strictObject({ needs: share })]),
  steps: z
    .array(z.record(z.string(), z.unknown()))
    .exactOptional()
    .describe(
      "What was done to the indicators' numbers before they were scored, in order, as in the definition.",
    ),
  years: z
    .enum(['each', 'pooled'])
    .exactOptional()
    .describe('Whether numbers of several years are compared within each or over all of them.'),
  scale: z.strictObject({ max: z.number(), unit: z.string(), decimals: z.int() }),
  framework: z.string(),
  assumed: z.array(z.string()).describe('Paths of the definition that rest on an assumption.'),
})

export const resultRow = z.strictObject({
  unit: z.string().describe('Register id of the lead unit, such as NO-0511.'),
  code: z.string().describe('Official code of the lead unit; leading zeros count.'),
  units: z.array(z.string()).describe('Register ids of all units of the entry, the lead first.'),
  name: z.string(),
  country: z.string(),
  kind: z.string(),
  category: z.string().nullable(),
  population: z.int().nullable(),
  value: value.describe('0 to 1, unrounded; beyond only where the rubric has a rule without ends.'),
  score: z.number().nullable().describe("On the rubric's scale, unrounded."),
  percent: z.number().nullable(),
  rank: z.int().nullable().describe('1 is best, ties share the smaller rank.'),
  categoryRank: z.int().nullable(),
  tied: z.boolean(),
  categoryTied: z.boolean(),
  coverage: share.describe('Share of the weight that has data.'),
  outcome: z.enum([
    'scored',
    'notApplicable',
    'unanswered',
    'unverified',
    'error',
    'notPublished',
    'notScored',
    'leftOut',
  ]),
  leftOut: z
    .strictObject({ why: z.enum(['available', 'nonZero', 'named']), available: share, nonZero: share })
    .exactOptional()
    .describe('Why a step left the entry out: its share of numbers, and of those that are not zero.'),
  imputed: z
    .array(z.string())
    .exactOptional()
    .describe('Indicators that had no number and were given one by a step; they do not count as coverage.'),
  place: z.enum(['winner', 'nominee', 'finalist', 'entry']),
  participation: z
    .literal('benchmark')
    .exactOptional()
    .describe('Scored beside the others without competing; absent where it competes.'),
  status,
  dimensions: z.record(z.string(), value).describe("Value by dimension of the rubric's framework."),
})

const anonymousRow = resultRow.pick({ value: true, score: true, percent: true, outcome: true })

const award = z.strictObject({
  award: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  decide: z.enum(['points', 'jury', 'vote']),
  nominees: z.array(z.string()).describe('Lead units.'),
  winners: z.array(z.string()),
  tieAtEdge: z.boolean(),
})

const option = z.strictObject({
  option: z.string(),
  text: z.string(),
  count: z.int().nullable(),
  n: z.int().nullable(),
  share: share.nullable(),
  low: share.nullable().describe('95 % Wilson interval with finite-population correction.'),
  high: share.nullable(),
  band: z.string().nullable(),
  year: z.int().nullable(),
  status,
})

const question = z.strictObject({ question: z.string(), text: z.string(), options: z.array(option) })

const claim = z.strictObject({
  says: z.string(),
  printed: z.string(),
  computed: z.string().nullable(),
  verdict: z.enum(['holds', 'contradicts', 'unverifiable']),
  source: z.string(),
  status,
  note: z.string().nullable(),
})

export const change = z.strictObject({
  unit: z.string(),
  name: z.string(),
  field: z.string(),
  from: z.union([z.string(), z.number(), z.boolean(), z.null()]),
  to: z.union([z.string(), z.number(), z.boolean(), z.null()]),
})

export const snapshot = z
  .strictObject({
    apiVersion: z.literal(1),
    round: roundInfo,
    version: z.int().min(1),
    publishedAt: z.iso.datetime(),
    erratum: z
      .strictObject({ text: z.string(), corrects: z.int(), changes: z.array(change) })
      .nullable()
      .describe('Why this version replaces the one before, and every figure that differs.'),
    method,
    responses: z
      .array(z.strictObject({ kind: z.string(), invited: z.int(), answered: z.int() }))
      .describe('`unnamed`: those who answered without being named, who are invited under their own kind.'),
    dimensionCoverage: z.array(
      z.strictObject({
        dimension: z.string(),
        state: z.enum(['full', 'part', 'none']),
        weight: z.number(),
        data: z.number().nullable(),
      }),
    ),
    results: z.array(resultRow),
    anonymous: z
      .array(anonymousRow)
      .exactOptional()
      .describe(
        'Entries that benchmark themselves without being named, by score; absent where there are none.',
      ),
    awards: z.array(award),
    questions: z.array(question),
    claims: z.array(claim),
  })
  .describe(
    'One published version of a round. Its SHA-256 is over exactly these bytes (canonical JSON, RFC 8785).',
  )

export const roundList = z.strictObject({
  rounds: z.array(
    z.strictObject({
      ...roundInfo.shape,
      version: z.int(),
      sha256: z.string(),
      publishedAt: z.iso.datetime(),
      results: z.string().describe('Address of the newest version.'),
    }),
  ),
})

export const rubricList = z.strictObject({
  rubrics: z.array(
    z.strictObject({
      id: z.string(),
      edition: z.string(),
      title: z.string(),
      owner: z.string(),
      country: z.string(),
      purpose: z.enum(['award', 'survey', 'index']),
      framework: z.string(),
      sha256: z.string(),
      definition: z.record(z.string(), z.unknown()).describe('The whole definition, as data.'),
    }),
  ),
})

export const comparison = z.strictObject({
  framework: z.string().nullable(),
  rounds: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      edition: z.string(),
      year: z.int(),
      country: z.string(),
      kind: roundInfo.shape.kind,
      notice: roundInfo.shape.notice,
      version: z.int().nullable(),
      n: z.int(),
      method,
      coverage: snapshot.shape.dimensionCoverage,
      rows: z.array(
        z.strictObject({
          unit: z.string(),
          name: z.string(),
          country: z.string(),
          kind: z.string(),
          population: z.int().nullable(),
          category: z.string().nullable(),
          percent: z.number().nullable(),
          percentile: share.nullable().describe('Within the country, (rank − ½)/n.'),
          dimensions: resultRow.shape.dimensions,
          joint: z
            .string()
            .exactOptional()
            .describe('Name of the entry in which the unit took part with others; they share its values.'),
        }),
      ),
    }),
  ),
  refusals: z.array(
    z.strictObject({
      dimension: z.string(),
      reason: z.string(),
      rounds: z.array(z.string()).describe('The rounds that stand in the way.'),
    }),
  ),
})

export const nominees = z
  .strictObject({
    round: roundInfo.pick({ id: true, title: true, year: true, country: true, organiser: true }),
    announcedAt: z.iso.datetime(),
    awards: z.array(
      z.strictObject({
        award: z.string(),
        title: z.string(),
        nominees: z.array(
          z.strictObject({
            name: z.string().describe('Of the entry; of one municipality its own.'),
            units: z
              .array(z.strictObject({ id: z.string(), name: z.string() }))
              .describe('All of an entry, the lead first.'),
            category: z.string().nullable(),
            reasons: z.record(z.string(), z.string()).describe('By language.'),
          }),
        ),
      }),
    ),
    categories: z.record(z.string(), z.string()).describe('Titles by category.'),
  })
  .describe('Who is nominated, once it is announced; in the order of their names.')

export const problem = z.strictObject({ code: z.string(), message: z.string() })

export type Snapshot = z.infer<typeof snapshot>
export type SnapshotRow = z.infer<typeof resultRow>
export type Change = z.infer<typeof change>
export type Comparison = z.infer<typeof comparison>
export type RoundList = z.infer<typeof roundList>
export type Method = z.infer<typeof method>

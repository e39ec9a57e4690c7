import { type Assumption, assumptionsSchema } from '@tumstock/engine/assumptions'
import { z } from 'zod'

/** Runs that one request may ask for: minutes of computing, not a night. */
const MOST_RUNS = 100_000

type About = {
  round: string
  assumptions: readonly Assumption[]
  /** Ranks among the entries of this category alone. */
  category?: string
}

/**
 * What is to be analysed, and how: how sure each rank is, which assumption its uncertainty comes from, or what each
 * assumption does by itself. The same request about the same results has the same answer. Beside what is said here, it is
 * as the engine's requests of these names.
 */
export type AnalysisRequest = About &
  (
    | { kind: 'uncertainty'; runs: number; seed: number; nominees?: number; pairs?: boolean }
    /** `runs` is the sample, of which each assumption makes one more. */
    | { kind: 'sensitivity'; runs: number; seed: number; secondOrder?: boolean; bootstrap?: number }
    /** `unit`: the entry whose rank is followed. */
    | { kind: 'tornado'; unit?: string }
  )

const id = z.string().min(1).max(200)
const about = { round: id, assumptions: assumptionsSchema, category: id.exactOptional() }
const drawn = { runs: z.int().min(2).max(MOST_RUNS), seed: z.int().min(0) }

export const analysisRequest = z.discriminatedUnion('kind', [
  z.strictObject({
    ...about,
    ...drawn,
    kind: z.literal('uncertainty'),
    nominees: z.int().min(1).exactOptional(),
    pairs: z.boolean().exactOptional(),
  }),
  z.strictObject({
    ...about,
    ...drawn,
    kind: z.literal('sensitivity'),
    secondOrder: z.boolean().exactOptional(),
    bootstrap: z.int().min(0).max(1000).exactOptional(),
  }),
  z.strictObject({ ...about, kind: z.literal('tornado'), unit: id.exactOptional() }),
]) satisfies z.ZodType<AnalysisRequest>

/** What is done to the numbers of the indicators before they are scored. */
import { z } from 'zod'
import type { OutlierTest, Step, Transform } from '../contract.ts'
import { isObject, keyed, oneOf, share, strict, text } from './strict.ts'

const flag = z.literal(true).exactOptional()
const names = z.array(z.string()).min(1)
const of = names.exactOptional()
const entries = z.array(text).min(1).exactOptional()

const test = strict({ skewness: z.number().min(0), kurtosis: z.number() }) satisfies z.ZodType<OutlierTest>

const transform: z.ZodType<Transform> = oneOf<Transform>(value =>
  isObject(value)
    ? strict({ boxCox: z.number() })
    : z.enum(['log', 'logMirrored', 'logFromOne', 'logScaled']),
)

const denominator = strict({ by: z.string(), per: z.number().positive().exactOptional() })

/** From the other entries, from the entry's own other indicators, from both, from its other years. */
const impute = z.discriminatedUnion('by', [
  strict({
    do: z.literal('impute'),
    by: z.enum(['mean', 'median']),
    within: z.string().exactOptional(),
    of,
  }),
  strict({ do: z.literal('impute'), by: z.enum(['rowMean', 'rowMedian']), siblings: flag, of }),
  strict({ do: z.literal('impute'), by: z.literal('regression'), on: names, of }),
  strict({ do: z.literal('impute'), by: z.enum(['last', 'linear', 'constant']), of }),
])

export const step = z.discriminatedUnion('do', [
  strict({ do: z.literal('denominate'), each: keyed(denominator) }),
  strict({
    do: z.literal('screen'),
    available: share.exactOptional(),
    nonZero: share.exactOptional(),
    keep: entries,
    drop: entries,
  }),
  impute,
  strict({
    do: z.literal('treat'),
    test: test.exactOptional(),
    winsorise: strict({ most: z.int().positive().nullable() }).exactOptional(),
    then: transform.exactOptional(),
    both: flag,
    of,
  }),
]) satisfies z.ZodType<Step>

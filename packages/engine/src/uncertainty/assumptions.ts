/** What could have been decided otherwise: the assumptions that an uncertainty analysis varies. */
import type { Combine, Missing, Scoring, Step } from '@tumstock/rubric/contract'
import { RubricError } from '@tumstock/rubric/error'
import { combine, missing, scoring } from '@tumstock/rubric/schema/criterion'
import { step } from '@tumstock/rubric/schema/steps'
import { isObject, oneOf, strict } from '@tumstock/rubric/schema/strict'
import { z } from 'zod'

/**
 * One assumption. `among` is the whole list of alternatives, each equally likely: the rubric's own choice is only among them
 * where it is named. `of` narrows an assumption to some criterion paths.
 */
export type Assumption =
  /** Each weight times (1 + by·U), U uniform in −1..1 and independent; by default all weights that have siblings. */
  | { vary: 'weights'; by: number; of?: readonly string[] }
  /** Other rules for the leaves, by default those with a relative rule. Which direction is better stays the leaf's. */
  | { vary: 'scoring'; among: readonly Scoring[]; of?: readonly string[] }
  /** Other ways to combine the groups, by default all, the total (`criteria`) included. */
  | { vary: 'combine'; among: readonly Combine[]; of?: readonly string[] }
  /** Other forms of the rubric's step at this place; null leaves the step out. */
  | { vary: 'step'; at: number; among: readonly (Step | null)[] }
  /** Other policies for what is missing, by default of every leaf and group. */
  | { vary: 'missing'; among: readonly Missing[]; of?: readonly string[] }
  /** One leaf left out, each of them and none equally likely. */
  | { vary: 'leaveOut'; of?: readonly string[] }
  /** The marks of every panel criterion, drawn again from those given, with replacement. */
  | { vary: 'marks' }

const of = z
  .array(z.string())
  .min(1)
  .superRefine((paths, context) => {
    const again = paths.findIndex((path, i) => paths.indexOf(path) !== i)
    if (again !== -1)
      context.addIssue({
        code: 'custom',
        path: [again],
        message: `"${paths[again]}" stands twice. Once is enough.`,
      })
  })
  .exactOptional()

const assumption = z.discriminatedUnion('vary', [
  strict({ vary: z.literal('weights'), by: z.number().gt(0).lt(1), of }),
  strict({ vary: z.literal('scoring'), among: z.array(scoring).min(1), of }),
  strict({ vary: z.literal('combine'), among: z.array(combine).min(1), of }),
  strict({
    vary: z.literal('step'),
    at: z.int().min(0),
    among: z.array(oneOf<Step | null>(value => (value === null ? z.null() : step))).min(1),
  }),
  strict({ vary: z.literal('missing'), among: z.array(missing).min(1), of }),
  strict({ vary: z.literal('leaveOut'), of }),
  strict({ vary: z.literal('marks') }),
]) satisfies z.ZodType<Assumption>

/** A list of assumptions, at most one of `marks`, of `leaveOut`, for every step, and of one kind for every criterion. */
export const assumptionsSchema: z.ZodType<readonly Assumption[]> = z
  .array(
    oneOf<Assumption>(value =>
      isObject(value)
        ? assumption
        : z.never('is not an assumption, such as { "vary": "weights", "by": 0.25 }.'),
    ),
  )
  .min(1)
  .superRefine((assumptions, context) => {
    for (const once of ['marks', 'leaveOut'] as const)
      if (assumptions.filter(({ vary }) => vary === once).length > 1)
        context.addIssue({ code: 'custom', message: `"${once}" stands twice. It can be varied once.` })
    const steps = assumptions.flatMap(one => (one.vary === 'step' ? [one.at] : []))
    const twice = steps.find((at, i) => steps.indexOf(at) !== i)
    if (twice !== undefined)
      context.addIssue({ code: 'custom', message: `step ${twice} stands twice. It can be varied once.` })
    assumptions.forEach((one, i) => {
      const earlier = assumptions.findIndex((other, j) => j < i && overlap(one, other))
      if (earlier !== -1)
        context.addIssue({
          code: 'custom',
          path: [i],
          message: `assumption ${earlier} varies the same already. Give each an "of" with paths of its own.`,
        })
    })
  })

/** Whether two would vary one thing of one criterion: the later would win unseen, or noise be counted double. */
const overlap = (a: Assumption, b: Assumption): boolean => {
  if (a.vary !== b.vary || a.vary === 'leaveOut' || !isNarrowed(a) || !isNarrowed(b)) return false
  const { of } = b
  return !a.of || !of || a.of.some(path => of.includes(path))
}

type Narrowed = Exclude<Assumption, { vary: 'step' | 'marks' }>

const isNarrowed = (one: Assumption): one is Narrowed => one.vary !== 'step' && one.vary !== 'marks'

/**
 * Assumptions from anything, held to the schema.
 *
 * @param about what they are for, `id@edition`: begins the message
 * @throws RubricError `bad-assumption` in one line: the first place that is wrong and what is allowed there
 */
export const parseAssumptions = (value: unknown, about: string): readonly Assumption[] => {
  const parsed = assumptionsSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new RubricError({
    code: 'bad-assumption',
    rubric: about,
    path: ['assumptions', ...(issue?.path.map(String) ?? [])].join('.'),
    says: (issue?.message ?? 'not a list of assumptions.').replace(/^Invalid input: /, ''),
  })
}

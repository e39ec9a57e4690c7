/** What is asked and what is read. */
import { z } from 'zod'
import type { Choice, Condition, Indicator, Question } from '../contract.ts'
import { keyed, OPTION, oneOf, strict, text } from './strict.ts'

const choice = strict({ text, points: z.number().exactOptional() }) satisfies z.ZodType<Choice>

const optionIds = oneOf<string | string[]>(value =>
  Array.isArray(value) ? z.array(z.string()).min(1) : z.string(),
)

const condition = strict({ question: z.string(), is: optionIds }) satisfies z.ZodType<Condition>

const asked = {
  text,
  help: text.exactOptional(),
  area: text.exactOptional(),
  evidence: z.enum(['optional', 'required']).exactOptional(),
  unknown: z.literal(true).exactOptional(),
  notApplicable: z.literal(true).exactOptional(),
  showIf: condition.exactOptional(),
}

const OPTION_SAYS =
  'an option is letters, digits, _ and -. For “?” and “n/a” set unknown or notApplicable instead.'
const options = keyed(choice, OPTION, OPTION_SAYS)
const limits = { min: z.number().exactOptional(), max: z.number().exactOptional() }

export const question = z.discriminatedUnion('type', [
  strict({ ...asked, type: z.enum(['choice', 'multiple']), options }),
  strict({ ...asked, type: z.enum(['number', 'share']), unit: text.exactOptional(), ...limits }),
  strict({ ...asked, type: z.enum(['text', 'date', 'url', 'file']) }),
]) satisfies z.ZodType<Question>

export const indicator = strict({
  title: text,
  unit: text,
  source: text,
  code: text,
  ...limits,
}) satisfies z.ZodType<Indicator>

export const questions = keyed(question)
export const indicators = keyed(indicator)

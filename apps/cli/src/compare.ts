import { compareResults } from '@tumstock/engine/compare-results'
import { evaluate } from '@tumstock/engine/evaluate'
import { nameOf } from '@tumstock/rubric/error'
import { csvText, formatOf, jsonText, put } from './output.ts'
import { readSubject } from './subject.ts'

type Options = {
  rubric: string
  with: string
  data: string
  path?: string
  year?: string
  format: string
  out?: string
}

/** The same table under two rubrics: another edition, other weights, another method. Unrounded, values from 0 to 1. */
export async function compare(options: Options): Promise<void> {
  const format = formatOf(options.format)
  const [before, after] = [await versionOf(options, options.rubric), await versionOf(options, options.with)]
  const compared = compareResults(before, after, options.path)
  const lines = compared.entries.map(({ id, before, after, change, gained }) => ({
    unit: id,
    before: before.value,
    after: after.value,
    change,
    placeBefore: before.place,
    placeAfter: after.place,
    gained,
  }))
  const text =
    format === 'csv' ? csvText(lines) : jsonText({ before: before.rubric, after: after.rubric, ...compared })
  await put(text, options.out)
}

async function versionOf({ data, year }: Options, rubric: string) {
  const subject = await readSubject({ rubric, data, ...(year !== undefined && { year }) })
  return { rubric: nameOf(subject.rubric), results: evaluate(subject.plan, subject.data, subject.calls) }
}

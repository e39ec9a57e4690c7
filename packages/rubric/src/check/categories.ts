import type { Category, RubricData } from '../contract.ts'
import type { Finding } from '../problem.ts'

type Span = { id: string; from: number; below: number }

/** Every population has to belong to exactly one category of its kind, or the same town could be in two or in none. */
export function* checkCategories(rubric: RubricData): Generator<Finding> {
  const byKind = Map.groupBy(Object.entries(rubric.categories), ([, category]) => category.kind)
  for (const [kind, categories] of byKind) {
    const spans = categories.map(([id, category]) => spanOf(id, category))
    yield* spans.filter(span => span.from >= span.below).map(emptySpan)
    yield* checkSpans(
      kind,
      spans.filter(span => span.from < span.below).sort((a, b) => a.from - b.from),
    )
  }
}

const spanOf = (id: string, { population }: Category): Span => ({
  id,
  from: population?.from ?? 0,
  below: population?.below ?? Number.POSITIVE_INFINITY,
})

const emptySpan = ({ id, from, below }: Span): Finding => ({
  code: 'bad-range',
  path: `categories.${id}.population`,
  says: `no population is at least ${from} and below ${below}. “from” has to be less than “below”.`,
})

function* checkSpans(kind: string, spans: readonly Span[]): Generator<Finding> {
  let reached = 0
  let last = ''
  for (const { id, from, below } of spans) {
    const path = `categories.${id}.population`
    if (from > reached) yield gap(path, kind, `from ${reached} and below ${from}`)
    if (from < reached && last !== '')
      yield {
        code: 'category-overlap',
        path,
        says: `populations from ${from} and below ${Math.min(reached, below)} also belong to “${last}”. Each belongs to one.`,
      }
    if (below > reached) {
      reached = below
      last = id
    }
  }
  if (spans.length > 0 && reached !== Number.POSITIVE_INFINITY)
    yield gap(`categories.${last}.population`, kind, `from ${reached}`)
}

const gap = (path: string, kind: string, populations: string): Finding => ({
  code: 'category-gap',
  severity: 'warning',
  path,
  says: `no category of kind “${kind}” holds populations ${populations}. Such entries are ranked overall only.`,
})

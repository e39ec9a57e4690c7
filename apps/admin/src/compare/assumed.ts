/** The kinds of things in a rubric that somebody may have had to assume. */
const KINDS = [
  'questions',
  'criteria',
  'weight',
  'scoring',
  'missing',
  'indicators',
  'steps',
  'categories',
  'scale',
  'stages',
  'awards',
  'tieBreak',
  'crosswalk',
] as const

export type AssumedKind = (typeof KINDS)[number]

/** Decided by its last segment wherever it stands, else by where it stands. */
const BY_LAST: ReadonlySet<string> = new Set(['weight', 'scoring', 'missing', 'crosswalk'])

/** What the paths of a round's assumptions are about, each kind once: a path in itself says nothing to a reader. */
export const assumedKinds = (paths: readonly string[]): AssumedKind[] => {
  const kinds = new Set(
    paths.map(path => {
      const segments = path.split('.')
      const last = segments.at(-1) ?? ''
      return BY_LAST.has(last) ? last : segments[0]
    }),
  )
  return KINDS.filter(kind => kinds.has(kind))
}

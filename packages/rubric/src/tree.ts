/** The tree of criteria: paths (`criteria.a.children.b`), effective weights, points, crosswalk, how well each part is founded. */
import { ignoresWeights } from './combine.ts'
import type { Criterion, Group, Leaf, RubricData, Status } from './contract.ts'

export type Visit = {
  path: string
  /** The criterion's key among its siblings. */
  key: string
  criterion: Criterion
  /** Path of the group that holds it; null at the top. */
  parent: string | null
  /** 0 at the top. */
  depth: number
  /** Share of the whole, 0..1: its share of its siblings' weight times its parent's. */
  effectiveWeight: number
}

export const isGroup = (criterion: Criterion): criterion is Group => 'children' in criterion
export const isLeaf = (criterion: Criterion): criterion is Leaf => !('children' in criterion)

type Siblings = Readonly<Record<string, Criterion>>

/**
 * Each sibling's share of their group, summing to 1 (all 0 when nothing weighs anything). Some ways to combine, such as
 * `min`, ignore weights but for 0, so that siblings share alike there.
 */
export const sharesOf = (siblings: Siblings, combine: Group['combine']): Map<string, number> => {
  const equal = ignoresWeights(combine)
  const counted = (criterion: Criterion) => (equal ? Math.sign(criterion.weight) : criterion.weight)
  const sum = Object.values(siblings).reduce((total, criterion) => total + counted(criterion), 0)
  return new Map(
    Object.entries(siblings).map(([key, criterion]) => [key, sum > 0 ? counted(criterion) / sum : 0]),
  )
}

/** Every criterion, a parent before its children, in the order of definition. */
export function* walk(rubric: Pick<RubricData, 'criteria' | 'combine'>): Generator<Visit> {
  yield* below(rubric.criteria, rubric.combine, null)
}

function* below(siblings: Siblings, combine: Group['combine'], parent: Visit | null): Generator<Visit> {
  const shares = sharesOf(siblings, combine)
  for (const [key, criterion] of Object.entries(siblings)) {
    const visit: Visit = {
      path: parent === null ? `criteria.${key}` : `${parent.path}.children.${key}`,
      key,
      criterion,
      parent: parent?.path ?? null,
      depth: parent === null ? 0 : parent.depth + 1,
      effectiveWeight: (parent?.effectiveWeight ?? 1) * (shares.get(key) ?? 0),
    }
    yield visit
    if (isGroup(criterion)) yield* below(criterion.children, criterion.combine, visit)
  }
}

/** The criteria that score something themselves. */
export const leaves = (rubric: Pick<RubricData, 'criteria' | 'combine'>): (Visit & { criterion: Leaf })[] =>
  [...walk(rubric)].filter((visit): visit is Visit & { criterion: Leaf } => isLeaf(visit.criterion))

/** The criterion at `criteria.a.children.b`; undefined where there is none. */
export const criterionAt = (rubric: Pick<RubricData, 'criteria'>, path: string): Criterion | undefined => {
  const [root, ...segments] = path.split('.')
  if (root !== 'criteria' || segments.length % 2 === 0) return undefined
  let siblings: Siblings = rubric.criteria
  let found: Criterion | undefined
  for (const [index, segment] of segments.entries()) {
    if (index % 2 === 1) {
      if (segment !== 'children' || found === undefined || !isGroup(found)) return undefined
      siblings = found.children
    } else {
      found = Object.hasOwn(siblings, segment) ? siblings[segment] : undefined
    }
  }
  return found
}

/**
 * Most points that each criterion can add to the total, by path: effective weight × `scale.max`. Exact where every group
 * on the way up is a `mean`; elsewhere the nominal share.
 */
export const pointsOf = (rubric: Pick<RubricData, 'criteria' | 'combine' | 'scale'>): Map<string, number> =>
  new Map([...walk(rubric)].map(visit => [visit.path, visit.effectiveWeight * rubric.scale.max]))

/** Each leaf's shares by framework dimension: its own, else those of the nearest group above; unmapped leaves are left out. */
export const crosswalkOf = (
  rubric: Pick<RubricData, 'criteria' | 'combine'>,
): Map<string, Readonly<Record<string, number>>> => {
  const inherited = new Map<string, Readonly<Record<string, number>>>()
  const ofLeaves = new Map<string, Readonly<Record<string, number>>>()
  for (const { path, parent, criterion } of walk(rubric)) {
    const shares = criterion.crosswalk ?? (parent === null ? undefined : inherited.get(parent))
    if (shares === undefined) continue
    inherited.set(path, shares)
    if (isLeaf(criterion)) ofLeaves.set(path, shares)
  }
  return ofLeaves
}

const WEAKEST_FIRST: readonly Status[] = ['assumed', 'inferred', 'sourced']

/** True when `pattern` is `path`, segment by segment; `*` stands for any one segment. */
export const matches = (pattern: string, path: string): boolean => {
  const wanted = pattern.split('.')
  const actual = path.split('.')
  return (
    wanted.length === actual.length && wanted.every((segment, i) => segment === '*' || segment === actual[i])
  )
}

/**
 * The weakest status among the sources about exactly this path (`criteria.plan.weight`); null when none is about it.
 * A source about `criteria.plan` says nothing about what is inside it.
 */
export const statusOf = (rubric: Pick<RubricData, 'sources'>, path: string): Status | null => {
  const statuses = rubric.sources
    .filter(source => source.about.some(about => matches(about, path)))
    .map(s => s.status)
  return WEAKEST_FIRST.find(status => statuses.includes(status)) ?? null
}

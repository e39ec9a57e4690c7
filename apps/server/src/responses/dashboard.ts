import type { Response, ResponseState } from './response.ts'

/** `asked` counts everyone, those who declined too: they were asked and do not answer. */
export type Count = Readonly<Record<ResponseState, number>> & { all: number }

export type Group = Count & {
  /** `all`, `category:<id>` (empty: of none) or `county:<register id>` (empty: of none). */
  group: string
  /** Name of a county; null where the screen names it. */
  name: string | null
  /** Share of all that should submit, 0 to 1; null where none is set. */
  target: number | null
  /** How many more have to submit to reach it; null without a target. */
  lacking: number | null
}

export type Dashboard = {
  all: Group
  categories: Group[]
  counties: Group[]
  /** Submitted at the end of each day on which somebody did, the round's own days. */
  days: { day: string; submitted: number }[]
  /** Who has not submitted and has not said no, those who are least far first. */
  waiting: Response[]
}

const ORDER: readonly ResponseState[] = ['asked', 'accepted', 'started']

/**
 * The response to a round, as a whole and by group.
 *
 * @param categories ids in the rubric's order
 * @param targets by group
 * @param timeZone in which a day begins
 */
export function dashboardOf(
  responses: readonly Response[],
  {
    categories,
    targets,
    timeZone,
  }: { categories: readonly string[]; targets: ReadonlyMap<string, number>; timeZone: string },
): Dashboard {
  const groupOf = (group: string, some: readonly Response[], name: string | null = null): Group => {
    const count = countOf(some)
    const target = targets.get(group) ?? null
    return {
      group,
      name,
      ...count,
      target,
      // To the precision of counting: 0.1 × 30 is a little more than 3 in floating point.
      lacking: target === null ? null : Math.max(0, Math.ceil(target * count.all - 1e-9) - count.submitted),
    }
  }
  const byCategory = Map.groupBy(responses, one => one.category ?? '')
  const byCounty = Map.groupBy(responses, one => one.county?.id ?? '')
  const counties = [...byCounty].map(([id, some]) =>
    groupOf(`county:${id}`, some, some[0]?.county?.name ?? null),
  )
  return {
    all: groupOf('all', responses),
    categories: [...categories, ''].flatMap(id => {
      const some = byCategory.get(id)
      return some ? [groupOf(`category:${id}`, some)] : []
    }),
    counties: counties.toSorted((a, b) => (a.group < b.group ? -1 : 1)),
    days: daysOf(responses, timeZone),
    waiting: responses
      .filter(one => ORDER.includes(one.state))
      .toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)),
  }
}

const countOf = (some: readonly Response[]): Count => {
  const count = { asked: 0, accepted: 0, started: 0, submitted: 0, away: 0, all: some.length }
  for (const { state } of some) count[state]++
  return count
}

function daysOf(responses: readonly Response[], timeZone: string): Dashboard['days'] {
  // The one locale that writes a day as 2026-12-31.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  const submitted = responses.flatMap(({ state, submittedAt }) =>
    state === 'submitted' && submittedAt !== null ? [day.format(new Date(submittedAt))] : [],
  )
  let sum = 0
  return [...Map.groupBy(submitted, one => one)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, some]) => {
      sum += some.length
      return { day: on, submitted: sum }
    })
}

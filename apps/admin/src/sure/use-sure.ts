import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { Assumption } from '@tumstock/engine/assumptions'
import { useCallback, useMemo } from 'react'
import { type ResultsSearch, type RUNS, resultsSearch } from '../results/results-search.ts'
import type { View } from '../results/view.ts'
import type { AnalysisData } from './ask.ts'
import { assumedOf } from './assumed-of.ts'
import { type Places, placesOf } from './award-of.ts'
import { type Choices, type Offer, offerOf, type Way, within } from './choices.ts'
import { choicesFrom, choicesText } from './choices-text.ts'

const route = getRouteApi('/rounds/$round/results')

const USUAL_SEED = 1

/** Entries of which ten thousand variations take about a second. */
const FEW = 1000

/** Ways that are slow to compute, as they sort the parts of each entry in each variation; drawing marks is as slow. */
const SLOW: readonly Way[] = ['weightedMedian', 'min']

/** A thousand variations are enough to see by; ten thousand are drawn where they take no time. */
const usualRuns = (entries: number, { combine, marks }: Choices): (typeof RUNS)[number] =>
  entries > FEW || marks || combine.some(way => SLOW.includes(way)) ? 1000 : 10_000

/** What the address asks for, held to what the round has room for. */
export type Sure = {
  round: View['round']
  results: View['results']
  rubric: View['rubric']
  data: AnalysisData
  offer: Offer
  choices: Choices
  assumptions: readonly Assumption[]
  category: string | undefined
  /** Entries that are ranked among each other. */
  entries: number
  places: Places | null
  runs: number
  /** Runs where the address says nothing. */
  usual: number
  seed: number
  /** The entry that is followed, and the one that it is compared with. */
  one: string | undefined
  other: string | undefined
  nameOf: (id: string) => string
  search: ResultsSearch
  set: (change: Partial<ResultsSearch>) => void
  choose: (change: Partial<Choices>) => void
}

export function useSure({ round, results, rubric }: View, data: AnalysisData): Sure {
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/results' })
  const turn = useCallback(
    (change: (before: ResultsSearch) => Partial<ResultsSearch>) =>
      void navigate({
        search: before => resultsSearch({ ...before, ...change(resultsSearch(before)) }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const set = useCallback((change: Partial<ResultsSearch>) => turn(() => change), [turn])
  const marked = data.where === 'server' || Object.values(data.marks).some(marks => marks.some(Boolean))
  const offer = useMemo(() => offerOf(rubric, marked), [rubric, marked])
  const choices = useMemo(() => within(choicesFrom(search.assume), offer), [search.assume, offer])
  const assumptions = useMemo(() => assumedOf(choices, offer, rubric), [choices, offer, rubric])
  const names = useMemo(() => new Map(results.rows.map(row => [row.entry, row.name])), [results.rows])
  const nameOf = useCallback((id: string) => names.get(id) ?? id, [names])
  const category =
    search.category !== undefined && Object.hasOwn(rubric.categories, search.category)
      ? search.category
      : undefined
  const among = results.rows.filter(row => category === undefined || row.category === category)
  const usual = usualRuns(among.length, choices)
  const known = (id: string | undefined) => (among.some(row => row.entry === id) ? id : undefined)
  return {
    round,
    results,
    rubric,
    data,
    offer,
    choices,
    assumptions,
    category,
    entries: among.length,
    places: placesOf(rubric, category),
    runs: search.runs ?? usual,
    usual,
    seed: search.seed ?? USUAL_SEED,
    one: known(search.one),
    other: known(search.other),
    nameOf,
    search,
    set,
    // From the address rather than from what is shown: two changes may come before the page is drawn again.
    choose: change =>
      turn(before => ({
        assume: choicesText({ ...within(choicesFrom(before.assume), offer), ...change }),
      })),
  }
}

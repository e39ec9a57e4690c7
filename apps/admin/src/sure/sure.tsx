import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { View } from '../results/view.ts'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Answer } from './answer.tsx'
import type { AnalysisData, Ask, Task } from './ask.ts'
import { Assumptions } from './assumptions.tsx'
import { Drivers } from './drivers.tsx'
import { Intervals } from './intervals.tsx'
import { Narrow } from './narrow.tsx'
import { Pair } from './pair.tsx'
import { Progress } from './progress.tsx'
import styles from './sure.module.css'
import { MOST_PAIRED, TiedGroups } from './tied-groups.tsx'
import { OneAtATime } from './tornado.tsx'
import { useOutcome } from './use-outcome.ts'
import { type Sure as Setting, useSure } from './use-sure.ts'

/** Until the answers of a round go out of date on their own: another evaluation asks for them anew. */
const FRESH_MS = 300_000

/** How sure is this ranking? Computed from the round's answers under what the reader assumes. */
export function Sure(view: View) {
  const { round, results } = view
  const data = useQuery(trpc.analyses.data.queryOptions({ round: round.id }, { staleTime: FRESH_MS }))
  if (data.isError) return <Problem error={data.error} retry={() => void data.refetch()} />
  if (!data.data) return <Loading rows={8} />
  // Another evaluation has other results: nothing of the earlier one is kept.
  return <Loaded key={results.generatedAt} {...view} data={data.data} />
}

function Loaded({ data, ...view }: View & { data: AnalysisData }) {
  const sure = useSure(view, data)
  const ranks = useOutcome(sure, useRankAsk(sure))
  const { last } = ranks
  return (
    <div className={styles.stack}>
      <Answer sure={sure} last={last} current={ranks.current} />
      <Assumptions sure={sure} />
      <Narrow sure={sure} />
      <Progress computing={ranks} sure={sure} />
      {sure.assumptions.length === 0 && <NothingAssumed />}
      {last && (
        <div className={styles.outcome} data-stale={!ranks.current}>
          <Intervals sure={sure} last={last} />
          <div className={styles.two}>
            <TiedGroups sure={sure} last={last} />
            {last.outcome.before && <Pair sure={sure} last={last} />}
          </div>
        </div>
      )}
      {sure.assumptions.length > 0 && (last || !ranks.error) && (
        <>
          <Drivers sure={sure} ready={ranks.current} />
          <OneAtATime sure={sure} ready={ranks.current} />
        </>
      )}
    </div>
  )
}

type RankTask = Extract<Task, { kind: 'uncertainty' }>

const useRankAsk = ({
  round,
  assumptions,
  category,
  places,
  entries,
  runs,
  seed,
}: Setting): Ask<RankTask> | null =>
  useMemo(
    () =>
      assumptions.length === 0 || entries === 0
        ? null
        : {
            round: round.id,
            assumptions,
            ...(category !== undefined && { category }),
            task: {
              kind: 'uncertainty',
              runs,
              seed,
              pairs: entries <= MOST_PAIRED,
              ...(places && { nominees: places.count }),
            },
          },
    [round.id, assumptions, category, places, entries, runs, seed],
  )

function NothingAssumed() {
  const { t } = useTranslation('sure')
  return <Empty title={t('nothing')} text={t('nothingText')} />
}

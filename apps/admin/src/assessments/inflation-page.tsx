import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import styles from './assessments.module.css'
import { InflationByCriterion } from './inflation-by-criterion.tsx'
import { InflationByEntry } from './inflation-by-entry.tsx'

const route = getRouteApi('/rounds/$round/inflation')

/** By how much claims were higher than what was found, by criterion and by entry. */
export function InflationPage() {
  const { round: id } = route.useParams()
  return (
    <RoundFrame id={id} tab="inflation">
      {round => <Body round={round} />}
    </RoundFrame>
  )
}

function Body({ round }: { round: Round }) {
  const { t } = useTranslation('assessing')
  const inflation = useQuery(trpc.assessments.inflation.queryOptions({ round: round.id }))
  if (inflation.isError) return <Problem error={inflation.error} retry={() => inflation.refetch()} />
  if (!inflation.data) return <Loading rows={8} />
  if (inflation.data.byCriterion.every(one => one.n === 0 && one.partly === 0))
    return <Empty title={t('inflation.none')} text={t('inflation.noneText')} />
  return (
    <div className={styles.questions}>
      <p>{t('inflation.lead')}</p>
      <InflationByCriterion round={round} inflation={inflation.data} />
      <InflationByEntry round={round} inflation={inflation.data} />
    </div>
  )
}

import { Button } from '@digdir/designsystemet-react'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveRanking, MovesLine } from './live-ranking.tsx'
import styles from './set-up.module.css'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'
import { useWhatIf } from './use-what-if.ts'
import { WeightTable } from './weight-table.tsx'

const route = getRouteApi('/rounds/$round/set-up')

/** The tree of criteria with its weights, and beside it who moves when a weight does. */
export function CriteriaStep() {
  const { t } = useTranslation('setUp')
  const { round, draft, readOnly, change } = useEditing()
  const whatIf = useWhatIf()
  useTriesInAddress()
  const changed = Object.keys(draft.weights)
  const reset = () => change('criteria', { weights: Object.fromEntries(changed.map(path => [path, null])) })
  return (
    <>
      <StepHead title={t('step.criteria')} lead={t(readOnly ? 'criteria.tryLead' : 'criteria.lead')}>
        {changed.length > 0 && (
          <Button variant="secondary" data-size="sm" onClick={reset}>
            {t('criteria.reset')}
          </Button>
        )}
      </StepHead>
      <div className={styles.weights}>
        <MovesLine whatIf={whatIf} />
        <WeightTable
          results={whatIf.state === 'ready' ? (whatIf.after ?? whatIf.before) : null}
          scale={round.rubric.scale}
        />
        <LiveRanking whatIf={whatIf} />
      </div>
    </>
  )
}

/** What is tried on a round that can no longer change is a link. */
function useTriesInAddress() {
  const { draft, readOnly } = useEditing()
  const navigate = route.useNavigate()
  useEffect(() => {
    if (!readOnly) return
    const timer = setTimeout(() => {
      const tries = Object.keys(draft.weights).length > 0 ? { tries: { ...draft.weights } } : {}
      navigate({
        search: ({ tries: _, ...rest }) => ({ ...rest, ...tries }),
        replace: true,
        resetScroll: false,
      })
    }, 400)
    return () => clearTimeout(timer)
  }, [draft.weights, readOnly, navigate])
}

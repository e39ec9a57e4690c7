import { Dialog, Heading } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Loading, Problem } from '../ui/states.tsx'
import styles from './explanation.module.css'
import { Points } from './explanation-node.tsx'
import { ExplanationReason } from './explanation-reason.tsx'
import { restsOf } from './rests-of.ts'
import { RestsTag } from './rests-tag.tsx'
import type { ResultRow, Results } from './results.ts'
import { partAt, type Told, titleOf } from './told.ts'
import { useLayers } from './use-layers.ts'
import { useMay } from './use-may.ts'

type Props = {
  round: Round
  results: Results
  rubric: RubricData
  row: ResultRow
  path: string
  close: () => void
}

/** Why one entry has its value in one criterion, without leaving the map. */
export function CellReason({ round, results, rubric, row, path, close }: Props) {
  const { t } = useTranslation('results')
  const { t: explain } = useTranslation('explanation')
  const { t: frame } = useTranslation()
  const may = useMay(round)
  const params = { round: round.id, entry: row.entry }
  return (
    <Dialog open onClose={close} closeButton={frame('close')} closedby="any" aria-labelledby="reason">
      <Heading level={2} data-size="xs" id="reason">
        {row.name}: {titleOf(rubric, { path })}
      </Heading>
      {may.readAnswers ? (
        <Reason {...params} restsOn={restsOf(results, row.entry)} rubric={rubric} path={path} />
      ) : (
        <p className="ts-muted">{explain('membersOnly')}</p>
      )}
      <p>
        <Link to="/rounds/$round/entries/$entry" params={params}>
          {t('map.whole')}
        </Link>
      </p>
    </Dialog>
  )
}

type ReasonProps = Pick<Told, 'rubric' | 'restsOn'> & { round: string; entry: string; path: string }

function Reason({ round, entry, restsOn, rubric, path }: ReasonProps) {
  const { t } = useTranslation('explanation')
  const explanation = useQuery(trpc.results.explain.queryOptions({ round, entry }))
  const layers = useLayers({ round, entry })
  if (explanation.isError) return <Problem error={explanation.error} retry={() => explanation.refetch()} />
  if (!explanation.data) return <Loading rows={3} />
  const found = partAt(explanation.data, path)
  if (!found) return null
  const told: Told = { rubric, layers, restsOn }
  return (
    <div className={styles.cell}>
      <p>
        <Points node={found.node} rubric={rubric} /> <RestsTag on={restsOn(path)} />
      </p>
      <ExplanationReason {...found} told={told} />
      {found.node.children.length > 0 && (
        <ul className={styles.tree} aria-label={t('part')}>
          {found.node.children.map(child => (
            <li key={child.path} className={styles.child}>
              <span>{titleOf(rubric, child)}</span>
              <Points node={child} rubric={rubric} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

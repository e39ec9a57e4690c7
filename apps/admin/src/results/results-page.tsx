import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Correct } from './correct.tsx'
import { Evaluate } from './evaluate.tsx'
import { Publish } from './publish.tsx'
import type { ResultRow, Results } from './results.ts'
import { ResultsViews } from './results-views.tsx'
import { useMay } from './use-may.ts'

const route = getRouteApi('/rounds/$round/results')

/** What came out of a round, and the way to the public. */
export function ResultsPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="results" actions={one => <Actions round={one} />}>
      {one => <Body round={one} />}
    </RoundFrame>
  )
}

function Actions({ round }: { round: Round }) {
  const may = useMay(round)
  if (!may.run) return null
  if (round.state === 'evaluated')
    return (
      <>
        <Evaluate round={round} again />
        <Publish round={round} />
      </>
    )
  return round.state === 'published' ? <Correct round={round} /> : null
}

/** Rows that may not say who they are, told apart by their number. */
const named = (results: Results, word: string): Results => ({
  ...results,
  rows: results.rows.map(row =>
    row.units.length === 0 && row.participation ? { ...row, name: numbered(row, word) } : row,
  ),
})

const numbered = ({ entry }: ResultRow, word: string) => `${word} ${entry.slice(entry.lastIndexOf('-') + 1)}`

function Body({ round }: { round: Round }) {
  const { t } = useTranslation('results')
  const may = useMay(round)
  const scored = round.state === 'evaluated' || round.state === 'published'
  const results = useQuery(trpc.results.get.queryOptions({ round: round.id }, { enabled: scored }))
  if (scored && results.data && results.data.rows.length > 0)
    return (
      <>
        {results.data.tiles.unsubmitted !== undefined && (
          <p className="ts-muted">{t('unsubmitted', { count: results.data.tiles.unsubmitted })}</p>
        )}
        <ResultsViews round={round} results={named(results.data, t('anonymous'))} />
      </>
    )
  if (scored ? results.data : round.answered === 0)
    return (
      <Empty
        title={t('nobody')}
        text={t('nobodyText')}
        action={
          may.run && (
            <Button asChild>
              <Link to="/rounds/$round/entries" params={{ round: round.id }}>
                {t('toEntries')}
              </Link>
            </Button>
          )
        }
      />
    )
  if (!scored)
    return (
      <Empty
        title={t('notYet')}
        text={t(may.run ? 'notYetText' : 'notYetReader')}
        action={may.run && <Evaluate round={round} />}
      />
    )
  if (results.isError) return <Problem error={results.error} retry={() => results.refetch()} />
  return <Loading rows={10} />
}

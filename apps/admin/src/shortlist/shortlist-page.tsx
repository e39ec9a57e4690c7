import { Button } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { Announce } from './announce.tsx'
import { Candidates } from './candidates.tsx'
import styles from './shortlist.module.css'
import type { Shortlist } from './shortlist.ts'

const route = getRouteApi('/rounds/$round/shortlist')

/** Who goes on to the awards that points alone do not decide. */
export function ShortlistPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="shortlist">
      {one => <Choosing round={one} />}
    </RoundFrame>
  )
}

function Choosing({ round }: { round: Round }) {
  const { t, i18n } = useTranslation('shortlist')
  const found = useQuery(trpc.shortlist.candidates.queryOptions({ round: round.id, lang: i18n.language }))
  if (found.isError) return <Problem error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Loading />
  const shortlist: Shortlist = found.data
  const chosen = shortlist.choices.flatMap(choice => choice.candidates.filter(one => one.reasons !== null))
  const candidates = shortlist.choices.flatMap(choice => choice.candidates)
  if (candidates.length === 0)
    return (
      <Empty
        title={t('none')}
        text={t('noneText')}
        action={
          <Button asChild>
            <Link to="/rounds/$round/entries" params={{ round: round.id }}>
              {t('toEntries')}
            </Link>
          </Button>
        }
      />
    )
  return (
    <div className={styles.page}>
      <Announce round={round} shortlist={shortlist} chosen={chosen.length} />
      {!shortlist.evaluated && <p className={styles.hint}>{t('notEvaluated')}</p>}
      {shortlist.choices.map(choice => (
        <Candidates key={choice.award} round={round} shortlist={shortlist} choice={choice} />
      ))}
    </div>
  )
}

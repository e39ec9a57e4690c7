import { Button } from '@digdir/designsystemet-react'
import { LinkIcon } from '@navikt/aksel-icons'
import { skipToken, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { type CompareSearch, compareSearch, listed, listText } from './compare-search.ts'
import { Compared } from './compared.tsx'
import { RoundPicker } from './round-picker.tsx'

const route = getRouteApi('/compare')

/** Rounds side by side: first the ground, then the pictures. The address holds every choice. */
export function ComparePage() {
  const { t } = useTranslation('compare')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/compare' })
  const set = (change: Partial<CompareSearch>) =>
    navigate({ search: before => compareSearch({ ...before, ...change }), resetScroll: false })
  const picked = listed(search.rounds)
  const rounds = useQuery(trpc.rounds.list.queryOptions())
  const comparison = useQuery(
    trpc.results.compare.queryOptions(picked.length >= 2 ? { rounds: picked } : skipToken, {
      placeholderData: before => before,
    }),
  )
  const comparable = rounds.data?.filter(round => round.state === 'evaluated' || round.state === 'published')
  return (
    <Page title={t('title')} lead={t('lead')} actions={picked.length >= 2 && <Share />}>
      {rounds.isError && <Problem error={rounds.error} retry={() => rounds.refetch()} />}
      {!comparable && !rounds.isError && <Loading rows={3} />}
      {comparable?.length === 0 && <Empty title={t('noRounds')} text={t('noRoundsText')} />}
      {comparable && comparable.length > 0 && (
        <RoundPicker rounds={comparable} picked={picked} pick={next => set({ rounds: listText(next) })} />
      )}
      {comparable && comparable.length > 0 && picked.length < 2 && (
        <Empty title={t('none')} text={t('noneText')} />
      )}
      {comparison.isError && <Problem error={comparison.error} retry={() => comparison.refetch()} />}
      {comparison.isLoading && <Loading />}
      {picked.length >= 2 && comparison.data && (
        <Compared comparison={comparison.data} search={search} set={set} />
      )}
    </Page>
  )
}

/** Browsers keep the clipboard from pages without HTTPS; the address bar is still there to copy from. */
const copied = (text: string): Promise<boolean> =>
  navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  ) ?? Promise.resolve(false)

/** The address is the comparison, so sharing is copying it. */
function Share() {
  const { t } = useTranslation('compare')
  const [done, setDone] = useState<boolean>()
  useEffect(() => {
    if (done === undefined) return
    const later = setTimeout(() => setDone(undefined), 6000)
    return () => clearTimeout(later)
  }, [done])
  return (
    <>
      <span role="status" className="ts-muted">
        {done === undefined ? null : t(done ? 'shared' : 'shareByHand')}
      </span>
      <Button
        onClick={async () => {
          setDone(await copied(location.href))
        }}
      >
        <LinkIcon aria-hidden />
        {t('share')}
      </Button>
    </>
  )
}

import { Button, Dialog } from '@digdir/designsystemet-react'
import { PersonGroupIcon } from '@navikt/aksel-icons'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Loading } from '../ui/states.tsx'
import { useAnswering } from './answering.ts'

const Colleagues = lazy(() =>
  import('../seats/colleagues.tsx').then(module => ({ default: module.Colleagues })),
)

const route = getRouteApi('/rounds/$round/answer/$entry')

/** Who answers together, and who answers what. */
export function ColleaguesPanel() {
  const { t } = useTranslation('answering')
  const { t: frame } = useTranslation()
  const { round, view } = useAnswering()
  const { open, ...search } = route.useSearch()
  const params = route.useParams()
  const navigate = useNavigate({ from: '/rounds/$round/answer/$entry' })
  if (!view.can.includes('seats.colleagues')) return null
  return (
    <>
      <Button asChild variant="secondary">
        <Link
          to="/rounds/$round/answer/$entry"
          params={params}
          search={{ ...search, open: 'colleagues' }}
          resetScroll={false}
        >
          <PersonGroupIcon aria-hidden />
          {t('colleagues')}
        </Link>
      </Button>
      <Dialog
        open={open === 'colleagues'}
        onClose={() => navigate({ search, replace: true, resetScroll: false })}
        closeButton={frame('close')}
        aria-label={t('colleagues')}
      >
        {open === 'colleagues' && (
          <Suspense fallback={<Loading rows={2} />}>
            <Colleagues round={round} entry={view.entry.id} />
          </Suspense>
        )}
      </Dialog>
    </>
  )
}

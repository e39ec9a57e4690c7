import { Button, Dialog, Heading } from '@digdir/designsystemet-react'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTimeOf } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './details.module.css'
import type { DetailsProps } from './details.ts'
import { DetailsClass } from './details-class.tsx'
import { DetailsDegree } from './details-degree.tsx'
import { DetailsJoint } from './details-joint.tsx'
import { DetailsState } from './details-state.tsx'

const route = getRouteApi('/rounds/$round/entries')

/** Everything that is known and decided about one entry, beside the list. */
export function EntryDetails({ round, entry }: DetailsProps) {
  const { t } = useTranslation('entries')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const heading = useId()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/entries' })
  const close = () => navigate({ search: { ...search, entry: undefined }, replace: true, resetScroll: false })
  const scored = round.state === 'evaluated' || round.state === 'published'
  return (
    <Dialog
      open
      onClose={close}
      closeButton={frame('close')}
      aria-labelledby={heading}
      placement="right"
      className={styles.drawer ?? ''}
    >
      <Heading level={2} data-size="sm" id={heading}>
        {entry.units.length === 0 ? t('anonymous') : entry.name}
      </Heading>
      <p className="ts-muted">{entry.units.map(unit => `${unit.name} (${unit.id})`).join(' + ')}</p>
      <div className={styles.parts}>
        <DetailsState round={round} entry={entry} close={close} />
        {entry.register !== undefined && <DetailsClass round={round} entry={entry} />}
        <DetailsDegree round={round} entry={entry} />
        {entry.register !== undefined && <DetailsJoint round={round} entry={entry} />}
        {entry.extendedTo.length > 0 && (
          <section className={styles.part} aria-label={t('details.extended')}>
            <h3>{t('details.extended')}</h3>
            {entry.extendedTo.map(({ stage, until }) => (
              <p key={stage}>{formatTimeOf(until, locale, round.timeZone)}</p>
            ))}
          </section>
        )}
        {scored && entry.submittedAt !== null && (
          <Button asChild variant="secondary" data-size="sm">
            <Link to="/rounds/$round/entries/$entry" params={{ round: round.id, entry: entry.id }}>
              {t('details.results')}
            </Link>
          </Button>
        )}
      </div>
    </Dialog>
  )
}

import { Details } from '@digdir/designsystemet-react'
import { CheckmarkIcon, ExclamationmarkTriangleIcon } from '@navikt/aksel-icons'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { usePhone } from '../ui/use-media.ts'
import { type Area, leftOf } from './answered.ts'
import { useAnswering } from './answering.ts'
import { Initials } from './initials.tsx'
import styles from './questionnaire.module.css'

const route = getRouteApi('/rounds/$round/answer/$entry')

/** The way through the areas: how far each is, who answers it, what it still has to show. */
export function Areas({ current }: { current: string | undefined }) {
  const { t } = useTranslation('answering')
  const { view, visible, shown } = useAnswering()
  const questions = view.rubric.areas.flatMap(area => area.questions)
  const { answered, of } = leftOf({ questions, visible, shown, view })
  const phone = usePhone()
  const progress = (
    <span className={styles.progress}>
      <meter min={0} max={Math.max(of, 1)} value={answered} aria-hidden />
      {t('progress', { answered, of })}
    </span>
  )
  const list = (
    <ol>
      {view.rubric.areas.map(area => (
        <AreaItem key={area.id} area={area} isCurrent={area.id === current} />
      ))}
    </ol>
  )
  return (
    <nav className={styles.areas} aria-label={t('areas')}>
      {phone ? (
        <Details>
          <Details.Summary>{progress}</Details.Summary>
          <Details.Content>{list}</Details.Content>
        </Details>
      ) : (
        <>
          {progress}
          {list}
        </>
      )}
    </nav>
  )
}

function AreaItem({ area, isCurrent }: { area: Area; isCurrent: boolean }) {
  const { t } = useTranslation('answering')
  const { view, visible, shown, me } = useAnswering()
  const search = route.useSearch()
  const { round, entry } = route.useParams()
  const { answered, of, evidence } = leftOf({ questions: area.questions, visible, shown, view })
  const here = view.here.filter(one => one.section === area.id && one.id !== me)
  return (
    <li>
      <Link
        to="/rounds/$round/answer/$entry"
        params={{ round, entry }}
        search={{ ...search, area: area.id }}
        resetScroll={false}
        aria-current={isCurrent ? 'page' : undefined}
      >
        <span>{area.title === '' ? t('noArea') : area.title}</span>
        <small data-numeric>
          {answered === of && <CheckmarkIcon aria-hidden />} {t('progressShort', { answered, of })}
        </small>
        {evidence.length > 0 && (
          <small className={`${styles.wide} ${styles.missing}`}>
            <ExclamationmarkTriangleIcon aria-hidden />
            {t('evidenceMissing', { count: evidence.length })}
          </small>
        )}
        {area.contributors.length > 0 && (
          <small className={`${styles.wide} ts-muted`}>
            {area.contributors.map(one => one.name).join(', ')}
          </small>
        )}
        {here.length > 0 && (
          <span className={styles.wide}>
            <Initials people={here} label={t('here.inArea')} />
          </span>
        )}
      </Link>
    </li>
  )
}

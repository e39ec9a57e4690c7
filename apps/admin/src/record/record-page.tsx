import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { Where } from '../rubrics/sources.tsx'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import { Claims } from './claims.tsx'
import { Places } from './places.tsx'
import styles from './record.module.css'
import type { RoundRecord } from './record.ts'

const route = getRouteApi('/rounds/$round/record')

/** The published facts of a past round: who won and why, what was printed and whether it holds, and where it stands. */
export function RecordPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="record">
      {found => <Facts round={found} />}
    </RoundFrame>
  )
}

function Facts({ round }: { round: Round }) {
  const { t, i18n } = useTranslation('record')
  const locale = useLocale()
  const record = useQuery(trpc.results.record.queryOptions({ round: round.id, lang: i18n.language }))
  if (record.isError) return <Problem error={record.error} retry={() => record.refetch()} />
  if (!record.data) return <Loading />
  const { organiser, year, held } = record.data
  const day = (iso: string) => formatDay(iso, locale)
  return (
    <div className={styles.page}>
      <p className="ts-muted">
        {t('by', { organiser, year })}
        {held && `. ${t('held', { from: day(held.from), to: day(held.to) })}`}
      </p>
      <Places record={record.data} round={round} />
      <Claims record={record.data} round={round} />
      <Sources record={record.data} />
    </div>
  )
}

function Sources({ record }: { record: RoundRecord }) {
  const { t } = useTranslation('record')
  return (
    <section className={styles.part} aria-labelledby="sources">
      <h2 id="sources">{t('sources')}</h2>
      <ul className={styles.sources}>
        {record.sources.map(({ id, title, where, published }) => (
          <li key={id} id={`source-${id}`}>
            <code>{id}</code>
            <div>
              <p>
                {title}
                {published && <span className="ts-muted"> · {t('published', { date: published })}</span>}
              </p>
              <p className={styles.where}>
                <Where text={where} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

import { Tag } from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import type { inferOutput } from '@trpc/tanstack-react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Page } from '../ui/page.tsx'
import { Empty, isGone, Loading, Problem } from '../ui/states.tsx'
import { MarkTag } from '../ui/tags.tsx'
import styles from './shortlist.module.css'
import { isOut } from './shortlist.ts'

const route = getRouteApi('/nominees/$round')

type Nominees = inferOutput<typeof trpc.shortlist.list>
type Nominee = Nominees['awards'][number]['nominees'][number]

/** Who is nominated and why, for everybody once it is announced; for the organiser as a preview before. */
export function NomineesPage() {
  const { t, i18n } = useTranslation('shortlist')
  const { round } = route.useParams()
  const locale = useLocale()
  const found = useQuery(trpc.shortlist.list.queryOptions({ round, lang: i18n.language }))
  if (found.isError)
    return (
      <Page title={t('nominees.title')}>
        {isGone(found.error) ? (
          <Empty title={t('nominees.notYet')} text={t('nominees.notYetText')} />
        ) : (
          <Problem error={found.error} retry={() => found.refetch()} />
        )}
      </Page>
    )
  if (!found.data)
    return (
      <Page title={t('nominees.title')}>
        <Loading />
      </Page>
    )
  const { awards, announcedAt, categories } = found.data
  const { title, organiser } = found.data.round
  const out = isOut({ announcedAt }, new Date())
  return (
    <Page
      title={t('nominees.heading', { round: title })}
      about={t('nominees.title')}
      tags={out ? null : <MarkTag mark="embargoed" />}
      lead={
        out && announcedAt
          ? t('nominees.lead', { organiser, at: formatTime(announcedAt, locale) })
          : t('nominees.preview')
      }
    >
      <div className={styles.page}>
        {awards.map(award => (
          <section key={award.award} className={styles.award} aria-label={award.title}>
            <h2>{award.title}</h2>
            {award.nominees.length === 0 && <p className="ts-muted">{t('nominees.nobody')}</p>}
            <ul className={styles.nominees}>
              {award.nominees.map(nominee => (
                <li key={nominee.units.map(unit => unit.id).join()}>
                  <One nominee={nominee} category={categories[nominee.category ?? ''] ?? null} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  )
}

function One({ nominee, category }: { nominee: Nominee; category: string | null }) {
  const { t, i18n } = useTranslation('shortlist')
  const { name, units, reasons } = nominee
  const [language = '', said] =
    Object.entries(reasons).find(([one]) => one === i18n.language) ?? Object.entries(reasons)[0] ?? []
  const joint = units.length > 1
  return (
    <article className={styles.nominee} aria-label={name}>
      <h3>{joint ? name : <UnitLink unit={units[0]} name={name} />}</h3>
      {joint && (
        <p className={styles.units}>
          <Tag data-size="sm">{t('nominees.joint')}</Tag>
          {units.map((unit, at) => (
            <span key={unit.id}>
              <UnitLink unit={unit} name={unit.name} />
              {at === 0 && ` (${t('nominees.leads')})`}
            </span>
          ))}
        </p>
      )}
      {category !== null && <p className="ts-muted">{category}</p>}
      {said !== undefined && (
        <blockquote lang={language} className={styles.reason}>
          {said}
        </blockquote>
      )}
    </article>
  )
}

function UnitLink({ unit, name }: { unit: Nominee['units'][number] | undefined; name: string }) {
  if (!unit) return name
  return (
    <Link to="/units/$unit" params={{ unit: unit.id }}>
      {name}
    </Link>
  )
}

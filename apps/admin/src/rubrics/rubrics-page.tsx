import { Link as Styled, Tag } from '@digdir/designsystemet-react'
import { PadlockLockedIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Page } from '../ui/page.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { MarkTag } from '../ui/tags.tsx'
import { ProblemList } from './problem-list.tsx'
import styles from './rubrics.module.css'
import type { RubricRow } from './rubrics.ts'

/** What is loaded, from where, by whom, which editions; the broken ones first, with the reason. */
export function RubricsPage() {
  const { t } = useTranslation('rubrics')
  return (
    <Page title={t('title')} lead={t('lead')}>
      <List />
    </Page>
  )
}

function List() {
  const { t } = useTranslation('rubrics')
  const rubrics = useQuery(trpc.rubrics.list.queryOptions())
  if (rubrics.isError) return <Problem error={rubrics.error} retry={() => rubrics.refetch()} />
  if (!rubrics.data) return <Loading />
  if (rubrics.data.length === 0) return <Empty title={t('none')} text={t('noneText')} />
  const rows = rubrics.data.toSorted((a, b) => Number(b.broken) - Number(a.broken))
  const broken = rows.filter(row => row.broken).length
  const editions = rows.reduce((sum, row) => sum + row.editions.length, 0)
  const counts = [t('loaded', { count: rows.length, editions }), broken > 0 && t('broken', { count: broken })]
  return (
    <>
      <p className={styles.count}>{counts.filter(Boolean).join(' · ')}</p>
      <ul className={styles.list}>
        {rows.map(row => (
          <li key={`${row.source} ${row.id}`} data-broken={row.broken}>
            <Item row={row} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Item({ row }: { row: RubricRow }) {
  const { t: frame } = useTranslation()
  const { t, i18n } = useTranslation('rubrics')
  const title = row.title[i18n.language] ?? Object.values(row.title).at(-1) ?? row.id
  return (
    <>
      <div className={styles.itemHead}>
        <h2>{title}</h2>
        {row.broken && <MarkTag mark="broken" />}
      </div>
      <p className={styles.origin}>
        {[
          row.purpose && t(`purpose.${row.purpose}`),
          row.country && frame(`country.${row.country as 'NO'}`),
          row.owner && t('by', { owner: row.owner }),
          `${t(`from.${row.source}`)}: ${row.folder ?? row.id}`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.editions.length > 0 && (
        <ul className={styles.editions} aria-label={t('editions', { title })}>
          {row.editions.toReversed().map(({ edition, rounds, frozen, broken }) => (
            <li key={edition}>
              <Styled asChild>
                <Link to="/rubrics/$ref" params={{ ref: `${row.id}@${edition}` }}>
                  {edition}
                </Link>
              </Styled>
              <span className="ts-muted">
                {rounds > 0 ? t('rounds', { count: rounds }) : t('roundsNone')}
              </span>
              {frozen && (
                <Tag data-size="sm" variant="outline" data-color="neutral" title={t('frozenWhy')}>
                  <PadlockLockedIcon aria-hidden />
                  {t('frozen')}
                </Tag>
              )}
              {broken && <MarkTag mark="broken" />}
            </li>
          ))}
        </ul>
      )}
      <ProblemList problems={row.problems} broken={row.broken} level={3} />
    </>
  )
}

import { ToggleGroup } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { useLocale } from '../ui/locale.ts'
import styles from './responses.module.css'
import { type Dashboard, type Group, shareOf } from './responses.ts'
import { responsesSearch } from './responses-search.ts'
import { TargetField } from './target-field.tsx'

const route = getRouteApi('/rounds/$round/responses')
type By = 'category' | 'county'

/** The response of each class or county beside its target. */
export function Groups({ round, dashboard }: { round: Round; dashboard: Dashboard }) {
  const { t } = useTranslation('responses')
  const { by = 'category' } = route.useSearch()
  const navigate = useNavigate({ from: '/rounds/$round/responses' })
  const choose = (next: string) =>
    navigate({
      search: before => responsesSearch({ ...before, by: next === 'category' ? undefined : next }),
      replace: true,
      resetScroll: false,
    })
  const rows = [dashboard.all, ...(by === 'category' ? dashboard.categories : dashboard.counties)]
  return (
    <section className={styles.part} aria-labelledby="groups">
      <div className={styles.head}>
        <h2 id="groups">{t('groups.title')}</h2>
        <ToggleGroup value={by} onChange={choose} data-size="sm" data-toggle-group={t('groups.by')}>
          {(['category', 'county'] satisfies By[]).map(one => (
            <ToggleGroup.Item key={one} value={one}>
              {t(`groups.${one}`)}
            </ToggleGroup.Item>
          ))}
        </ToggleGroup>
      </div>
      <DataTable
        caption={t('groups.caption')}
        rows={rows}
        rowId={row => row.group}
        columns={useColumns(round)}
      />
    </section>
  )
}

function useColumns(round: Round): DataColumn<Group>[] {
  const { t } = useTranslation('responses')
  const { t: results } = useTranslation('results')
  const locale = useLocale()
  return useMemo(() => {
    const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
    const percent = (value: number) => formatShare(value, { decimals: 0, locale })
    const nameOf = ({ group, name }: Group): string => {
      if (group === 'all') return t('groups.everyone')
      const [by, id = ''] = group.split(/:(.*)/)
      if (by === 'county') return name ?? t('groups.noCounty')
      return round.rubric.categories[id]?.title ?? results('noCategory')
    }
    const count = (id: 'started' | 'accepted' | 'asked'): DataColumn<Group> => ({
      id,
      head: t(`state.${id}`),
      value: row => row[id],
      cell: row => whole(row[id]),
      numeric: true,
      highFirst: true,
      width: 6.5,
    })
    return [
      { id: 'group', head: t('groups.group'), value: nameOf },
      {
        id: 'share',
        head: t('groups.share'),
        value: shareOf,
        cell: row => <Share row={row} whole={whole} percent={percent} />,
        highFirst: true,
        width: 11,
      },
      {
        id: 'target',
        head: t('groups.target'),
        value: row => row.target,
        cell: row =>
          round.can.includes('responses.setTarget') && round.state !== 'published' ? (
            <TargetField round={round.id} group={row.group} name={nameOf(row)} target={row.target} />
          ) : row.target === null ? (
            '–'
          ) : (
            percent(row.target)
          ),
        numeric: true,
        highFirst: true,
        width: 7,
      },
      {
        id: 'lacking',
        head: t('groups.lacking'),
        value: row => row.lacking,
        cell: row => (row.lacking === null ? '–' : whole(row.lacking)),
        numeric: true,
        highFirst: true,
        width: 6,
      },
      count('started'),
      count('accepted'),
      count('asked'),
    ]
  }, [t, results, locale, round])
}

type ShareProps = { row: Group; whole: (value: number) => string; percent: (value: number) => string }

/** A bar whose figures stand beside it, so that it need not be read by its length alone. */
function Share({ row, whole, percent }: ShareProps) {
  const { t } = useTranslation('responses')
  const share = shareOf(row)
  const words = t('groups.shareOf', {
    submitted: whole(row.submitted),
    all: whole(row.all),
    share: share === null ? '–' : percent(share),
  })
  return (
    <span className={styles.share}>
      <span>{words}</span>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${100 * (share ?? 0)}%` }} />
        {row.target !== null && <i style={{ left: `${100 * row.target}%` }} />}
      </span>
    </span>
  )
}

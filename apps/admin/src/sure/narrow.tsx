import { Select } from '@digdir/designsystemet-react'
import { formatNumber } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { useLocale } from '../ui/locale.ts'
import { EntryOptions } from './entry-options.tsx'
import { FEW_ROWS, MOST_ROWS, SOME_ROWS } from './standings.ts'
import styles from './sure.module.css'
import type { Sure } from './use-sure.ts'

/** Who is ranked among each other, and who is followed through the pictures. */
export function Narrow({ sure }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const { rubric, category, one, nameOf, search, set } = sure
  const locale = useLocale()
  const entries = useByName(sure)
  return (
    <div className={styles.narrow}>
      {Object.keys(rubric.categories).length > 1 && (
        <FilterChoice
          className={styles.choice}
          label={t('within')}
          value={category}
          choose={value => set({ category: value })}
        >
          <Select.Option value="">{t('everyone')}</Select.Option>
          {Object.entries(rubric.categories).map(([id, { title }]) => (
            <Select.Option key={id} value={id}>
              {title}
            </Select.Option>
          ))}
        </FilterChoice>
      )}
      <FilterChoice
        className={styles.choice}
        label={t('follow')}
        value={one}
        choose={value => set({ one: value })}
      >
        <Select.Option value="">{t('followNone')}</Select.Option>
        <EntryOptions entries={entries} />
      </FilterChoice>
      {entries.length > FEW_ROWS && (
        <FilterChoice
          className={styles.choice}
          label={t('intervals.rows')}
          value={search.rows}
          choose={rows => set({ rows: rows === 'all' ? 'all' : undefined })}
        >
          <Select.Option value="">
            {one === undefined
              ? t('intervals.top', { count: SOME_ROWS })
              : t('intervals.around', { name: nameOf(one) })}
          </Select.Option>
          <Select.Option value="all">
            {t('intervals.all', {
              n: formatNumber(Math.min(entries.length, MOST_ROWS), { decimals: 0, locale }),
            })}
          </Select.Option>
        </FilterChoice>
      )}
    </div>
  )
}

/** Entries that are ranked among each other, by name. */
export const useByName = ({ results, category }: Sure) => {
  const locale = useLocale()
  return useMemo(
    () =>
      results.rows
        .filter(row => row.rank !== null && (category === undefined || row.category === category))
        .sort((a, b) => a.name.localeCompare(b.name, locale)),
    [results.rows, category, locale],
  )
}

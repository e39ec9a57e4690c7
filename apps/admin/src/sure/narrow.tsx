import { Select } from '@digdir/designsystemet-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { useLocale } from '../ui/locale.ts'
import styles from './sure.module.css'
import type { Sure } from './use-sure.ts'

/** Who is ranked among each other, and who is followed through the pictures. */
export function Narrow({ sure }: { sure: Sure }) {
  const { t } = useTranslation('sure')
  const { rubric, category, one, set } = sure
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
        {entries.map(({ entry, name }) => (
          <Select.Option key={entry} value={entry}>
            {name}
          </Select.Option>
        ))}
      </FilterChoice>
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

import { Details } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import styles from './import.module.css'
import type { Read } from './use-preview.ts'

/** The first rows as they will be stored. */
export function ImportGood({ round, read }: { round: Round; read: Read }) {
  const { t } = useTranslation('entries')
  if (read.preview.length === 0) return null
  return (
    <Details>
      <Details.Summary>{t('import.first', { count: read.preview.length })}</Details.Summary>
      <Details.Content>
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                <th scope="col">{t('column.name')}</th>
                <th scope="col">{t('column.units')}</th>
                <th scope="col">{t('column.category')}</th>
                <th scope="col" className="ts-figure">
                  {t('import.answers')}
                </th>
              </tr>
            </thead>
            <tbody>
              {read.preview.map(row => (
                <tr key={row.row}>
                  <td>{row.row}</td>
                  <th scope="row">{row.name}</th>
                  <td>{row.units.map(unit => unit.id).join(' + ')}</td>
                  <td>
                    {row.category === null
                      ? t('import.byPopulation')
                      : (round.rubric.categories[row.category]?.title ?? row.category)}
                  </td>
                  <td className="ts-figure">
                    {Object.keys(row.answers).length + Object.keys(row.marks).length}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Details.Content>
    </Details>
  )
}

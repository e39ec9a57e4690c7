import { Select } from '@digdir/designsystemet-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import styles from './import.module.css'
import { claimedTwice, type Target, targetsOf } from './targets.ts'
import type { Previewing, Read } from './use-preview.ts'

type Props = { round: Round; columns: Read['columns']; remap: Previewing['remap']; busy: boolean }

/** What each column of the file is: guessed, shown, and changeable. */
export function ImportColumns({ round, columns, remap, busy }: Props) {
  const { t } = useTranslation('entries')
  const targets = useMemo(() => targetsOf(round.rubric), [round.rubric])
  const unused = columns.filter(column => column.mapsTo === null).length
  const twice = claimedTwice(columns)
  return (
    <section className={styles.panel} aria-labelledby="columns">
      <h3 id="columns">{t('import.columns')}</h3>
      <p className="ts-muted">
        {t('import.columnsText', { used: columns.length - unused, count: columns.length })}
        {twice.length > 0 && ` ${t('import.twice', { names: twice.join(', ') })}`}
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t('import.inFile')}</th>
              <th scope="col">{t('import.becomes')}</th>
              <th scope="col">{t('import.how')}</th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ header, mapsTo, guessed }) => (
              <tr key={header} data-unused={mapsTo === null}>
                <th scope="row">{header}</th>
                <td>
                  <Select
                    aria-label={t('import.becomesOf', { header })}
                    value={mapsTo ?? ''}
                    disabled={busy}
                    onChange={event => remap(header, event.target.value || null)}
                  >
                    <Select.Option value="">{t('import.leftOut')}</Select.Option>
                    <Select.Option value="unit">{t('import.target.unit')}</Select.Option>
                    <Select.Option value="name">{t('import.target.name')}</Select.Option>
                    <Select.Option value="category">{t('import.target.category')}</Select.Option>
                    <Group label={t('import.target.questions')} targets={targets.questions} />
                    <Group label={t('import.target.indicators')} targets={targets.indicators} />
                    <Group label={t('import.target.panels')} targets={targets.panels} />
                  </Select>
                </td>
                <td className={styles.note}>
                  {t(mapsTo === null ? 'import.isLeftOut' : guessed ? 'import.isGuessed' : 'import.isSure')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

const Group = ({ label, targets }: { label: string; targets: readonly Target[] }) =>
  targets.length === 0 ? null : (
    <Select.Optgroup label={label}>
      {targets.map(({ value, title }) => (
        <Select.Option key={value} value={value}>
          {title}
        </Select.Option>
      ))}
    </Select.Optgroup>
  )

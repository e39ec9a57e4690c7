import { CheckmarkCircleFillIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { type Allowed, allowedIn } from './allowed.ts'
import styles from './import.module.css'
import { byRow } from './targets.ts'
import type { Read } from './use-preview.ts'

type Cell = Read['bad'][number]

/** The rows that cannot be imported as they are: which cell, why, what is allowed, and who may be meant. */
export function ImportBad({ round, read }: { round: Round; read: Read }) {
  const { t } = useTranslation('entries')
  const targets = new Map(read.columns.map(({ header, mapsTo }) => [header, mapsTo]))
  return (
    <section className={styles.panel} aria-labelledby="bad">
      <h3 id="bad">{t('import.check')}</h3>
      <p className={styles.verdict} data-fine={read.badRows === 0} role="status">
        {read.badRows === 0 ? <CheckmarkCircleFillIcon aria-hidden /> : <XMarkOctagonFillIcon aria-hidden />}
        {t('import.goodOf', { count: read.good, of: read.rows })}
        {read.badRows > 0 && ` · ${t('import.badRows', { count: read.badRows })}`}
      </p>
      {read.bad.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('import.row')}</th>
                <th scope="col">{t('import.cell')}</th>
                <th scope="col">{t('import.why')}</th>
              </tr>
            </thead>
            <tbody>
              {byRow(read.bad).flatMap(({ row, cells }) =>
                cells.map((cell, index) => (
                  <BadRow
                    key={`${row} ${cell.column} ${cell.code}`}
                    cell={cell}
                    allowed={allowedIn(round.rubric, targets.get(cell.column ?? '') ?? '')}
                    rows={index === 0 ? cells.length : 0}
                  />
                )),
              )}
            </tbody>
          </table>
        </div>
      )}
      {read.badCells > read.bad.length && (
        <p className={styles.note}>{t('import.moreBad', { count: read.badCells - read.bad.length })}</p>
      )}
    </section>
  )
}

/** `rows`: how many lines its row number stands for; 0 where an earlier line has it. */
function BadRow({ cell, allowed, rows }: { cell: Cell; allowed: Allowed | null; rows: number }) {
  const { t, i18n } = useTranslation('entries')
  const known = i18n.exists(`entries:bad.${cell.code}`)
  return (
    <tr>
      {rows > 0 && (
        <th scope="rowgroup" rowSpan={rows} className="ts-figure">
          {cell.row}
        </th>
      )}
      <td>
        {cell.column === null ? (
          <span className="ts-muted">{t('import.wholeRow')}</span>
        ) : (
          <>
            <span className={styles.column}>{cell.column}</span>
            <code className={styles.cell}>{cell.cell === '' ? t('import.empty') : cell.cell}</code>
          </>
        )}
      </td>
      <td>
        {known ? t(`bad.${cell.code as 'unknown-unit'}`) : cell.message}
        {cell.candidates.length > 0 ? (
          <span className={styles.allowed}>
            {t('import.meant', {
              names: cell.candidates.map(unit => `${unit.name} (${unit.code})`).join(', '),
            })}
          </span>
        ) : (
          (allowed || !known) && (
            <span className={styles.allowed}>
              {t('import.allowed', { what: allowed ? t(`allow.${allowed.kind}`, allowed) : cell.allowed })}
            </span>
          )
        )}
      </td>
    </tr>
  )
}

import { formatNumber, formatShare } from '@tumstock/engine/display'
import { criterionAt } from '@tumstock/rubric/tree'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { EntryView } from './entry-view.ts'
import { type Lead, strengthsOf } from './medians.ts'
import styles from './strengths.module.css'

/** Where an entry is furthest ahead of its own category, and furthest behind. */
export function Strengths({ results, rubric, at }: EntryView) {
  const { t } = useTranslation('results')
  const { strongest, weakest } = useMemo(
    () => strengthsOf(results.nodes, results.rows, at),
    [results.nodes, results.rows, at],
  )
  const own = results.rows[at]?.category ?? null
  if (own === null) return null
  const category = rubric.categories[own]?.title ?? own
  const list = { rubric, decimals: rubric.scale.decimals }
  return (
    <div className={styles.pair}>
      <Leads
        title={t('unit.strongest')}
        help={t('unit.strongestHelp', { category })}
        leads={strongest}
        {...list}
      />
      <Leads title={t('unit.weakest')} help={t('unit.weakestHelp', { category })} leads={weakest} {...list} />
    </div>
  )
}

type Props = {
  title: string
  help: string
  leads: readonly Lead[]
  rubric: EntryView['rubric']
  decimals: number
}

function Leads({ title, help, leads, rubric, decimals }: Props) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const percent = (value: number) => formatShare(value, { decimals: 0, locale })
  return (
    <section className={styles.leads}>
      <h2>{title}</h2>
      <p className={styles.fine}>{help}</p>
      {leads.length === 0 ? (
        <p>{t('unit.none')}</p>
      ) : (
        <ol>
          {leads.map(({ path, title: base, value, category, lead }) => (
            <li key={path}>
              <span>
                {criterionAt(rubric, path)?.title ?? base}
                <small>{t('unit.against', { value: percent(value), median: percent(category) })}</small>
              </span>
              <strong data-numeric>
                {lead > 0 && '+'}
                {formatNumber(lead, { decimals, locale })}
              </strong>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

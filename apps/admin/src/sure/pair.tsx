import { Select } from '@digdir/designsystemet-react'
import { formatNumber } from '@tumstock/engine/display'
import { useTranslation } from 'react-i18next'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { useLocale } from '../ui/locale.ts'
import type { Task } from './ask.ts'
import { chanceWords } from './chance-words.ts'
import { EntryOptions } from './entry-options.tsx'
import { useByName } from './narrow.tsx'
import { orderOf } from './standings.ts'
import styles from './sure.module.css'
import type { Computed } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'

type Props = { sure: Sure; last: Computed<Extract<Task, { kind: 'uncertainty' }>> }

/** From which share of the runs an order is settled. */
const SETTLED = 0.95

/** How often one entry comes before another. */
export function Pair({ sure, last: { ask, outcome } }: Props) {
  const { t } = useTranslation('sure')
  const locale = useLocale()
  const { one, other, nameOf } = sure
  const order = one !== undefined && other !== undefined ? orderOf(outcome, one, other) : null
  return (
    <section className={styles.box} aria-labelledby="pair">
      <h3 id="pair">{t('pair.title')}</h3>
      <div className={styles.narrow}>
        <EntryChoice sure={sure} which="one" without={other} />
        <EntryChoice sure={sure} which="other" without={one} />
      </div>
      {order && one !== undefined && other !== undefined && (
        <>
          <p className="ts-muted">
            {t('pair.says', { runs: formatNumber(ask.task.runs, { decimals: 0, locale }) })}
          </p>
          <dl className={styles.order} aria-live="polite">
            <Share label={t('pair.first', { one: nameOf(one), other: nameOf(other) })} share={order.first} />
            <Share label={t('pair.first', { one: nameOf(other), other: nameOf(one) })} share={order.second} />
            <Share label={t('pair.neither')} share={order.neither} />
          </dl>
          <p>{t(Math.max(order.first, order.second) >= SETTLED ? 'pair.settled' : 'pair.open')}</p>
        </>
      )}
    </section>
  )
}

function Share({ label, share }: { label: string; share: number }) {
  const locale = useLocale()
  return (
    <div>
      <dt>{label}</dt>
      <dd data-numeric>
        <span className={styles.share} aria-hidden>
          <span style={{ width: `${100 * share}%` }} />
        </span>
        {chanceWords(share, locale)}
      </dd>
    </div>
  )
}

type ChoiceProps = { sure: Sure; which: 'one' | 'other'; without: string | undefined }

function EntryChoice({ sure, which, without }: ChoiceProps) {
  const { t } = useTranslation('sure')
  const entries = useByName(sure)
  return (
    <FilterChoice
      className={styles.choice}
      label={t(`pair.${which}`)}
      value={sure[which]}
      choose={value => sure.set({ [which]: value })}
    >
      <Select.Option value="">{t('pair.choose')}</Select.Option>
      <EntryOptions entries={entries} without={without} />
    </FilterChoice>
  )
}

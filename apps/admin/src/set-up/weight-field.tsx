import { MinusIcon, PlusIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import type { Editing } from './use-draft.ts'
import { useKept } from './use-kept.ts'
import { stepped, type WeightRow } from './weight-rows.ts'
import styles from './weights.module.css'

type Props = { row: WeightRow; step: number; change: Editing['change'] }

/** A weight with a stepper: buttons, arrow keys, or a number typed in. Back at the edition's own, it is no change any more. */
export function WeightField({ row, step, change }: Props) {
  const { t } = useTranslation('setUp')
  const put = (weight: number) =>
    change(`${row.path}.weight`, { weights: { [row.path]: weight === row.own ? null : weight } })
  const kept = useKept(String(row.weight), text => {
    const weight = Number(text.replace(',', '.'))
    if (text.trim() === '' || !Number.isFinite(weight) || weight < 0) return false
    put(weight)
    return true
  })
  return (
    <span className={styles.stepper} data-bad={kept.bad}>
      <button
        type="button"
        tabIndex={-1}
        disabled={row.weight <= 0}
        aria-label={t('criteria.less', { name: row.title })}
        onClick={() => put(stepped(row.weight, -step))}
      >
        <MinusIcon aria-hidden />
      </button>
      <input
        data-at={`${row.path}.weight`}
        inputMode="decimal"
        role="spinbutton"
        aria-label={t('criteria.weightOf', { name: row.title })}
        aria-valuenow={row.weight}
        aria-valuemin={0}
        aria-invalid={kept.bad}
        autoComplete="off"
        {...kept.field}
        onKeyDown={event => {
          const by = { ArrowUp: step, ArrowDown: -step, PageUp: step * 10, PageDown: -step * 10 }[event.key]
          if (by === undefined) return
          event.preventDefault()
          put(stepped(row.weight, by))
        }}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('criteria.more', { name: row.title })}
        onClick={() => put(stepped(row.weight, step))}
      >
        <PlusIcon aria-hidden />
      </button>
    </span>
  )
}

import { Textfield } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { categoryColour } from '../ui/colours.ts'
import { type Limits, limitsOf } from './draft.ts'
import { LabelOf } from './label-of.tsx'
import styles from './set-up.module.css'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'
import { useKept } from './use-kept.ts'

/** Prize classes and their limits in inhabitants. */
export function CategoriesStep() {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const { round } = useEditing()
  const all = Object.entries(round.rubric.categories)
  return (
    <>
      <StepHead title={t('step.categories')} lead={t('categories.lead')} />
      {all.length === 0 && <p>{t('categories.none')}</p>}
      <ul className={styles.cards}>
        {all.map(([id, category], index) => (
          <li key={id} className={styles.card}>
            <svg className={styles.swatch} viewBox="0 0 12 12" aria-hidden>
              <circle cx="6" cy="6" r="6" fill={categoryColour(index)} />
            </svg>
            <div className={styles.cardBody}>
              <h3>{category.title}</h3>
              <p className="ts-muted">{frame(`kind.${category.kind}`)}</p>
            </div>
            <LimitFields id={id} name={category.title} />
          </li>
        ))}
      </ul>
      <p className={styles.note}>{t('categories.rule')}</p>
    </>
  )
}

function LimitFields({ id, name }: { id: string; name: string }) {
  const { round, draft, change } = useEditing()
  const limits = draft.categories[id] ?? limitsOf(round.base.categories[id])
  const put = (edge: keyof Limits, value: number | null) =>
    change(`categories.${id}.population.${edge}`, { categories: { [id]: { ...limits, [edge]: value } } })
  return (
    <div className={styles.pair} data-at={`categories.${id}`} tabIndex={-1}>
      <Limit edge="from" id={id} name={name} value={limits.from} put={value => put('from', value)} />
      <Limit edge="below" id={id} name={name} value={limits.below} put={value => put('below', value)} />
    </div>
  )
}

type LimitProps = {
  id: string
  name: string
  edge: keyof Limits
  value: number | null
  put: (value: number | null) => void
}

function Limit({ id, name, edge, value, put }: LimitProps) {
  const { t } = useTranslation('setUp')
  const { readOnly } = useEditing()
  const kept = useKept(value === null ? '' : String(value), text => {
    const plain = text.replace(/\s/g, '')
    if (plain === '') put(null)
    else if (/^\d+$/.test(plain)) put(Number(plain))
    else return false
    return true
  })
  return (
    <Textfield
      data-size="sm"
      label={<LabelOf label={t(`categories.${edge}`)} name={name} />}
      data-at={`categories.${id}.population.${edge}`}
      placeholder={t('categories.noLimit')}
      inputMode="numeric"
      readOnly={readOnly}
      {...kept.field}
      error={kept.bad && t('categories.bad')}
    />
  )
}

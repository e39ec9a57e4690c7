import { Textfield } from '@digdir/designsystemet-react'
import { formatShare } from '@tumstock/engine/display'
import type { Award } from '@tumstock/rubric/contract'
import { criterionAt } from '@tumstock/rubric/tree'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import { LabelOf } from './label-of.tsx'
import styles from './set-up.module.css'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'
import { useKept } from './use-kept.ts'

/** What is given, to how many, and by whom it is decided. */
export function AwardsStep() {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const all = Object.entries(round.rubric.awards)
  return (
    <>
      <StepHead title={t('step.awards')} lead={t('awards.lead')} />
      {all.length === 0 && <p>{t('awards.none')}</p>}
      <ul className={styles.cards}>
        {all.map(([id, award]) => (
          <li key={id} className={styles.card}>
            <div className={styles.cardBody}>
              <h3>{award.title}</h3>
              <p className="ts-muted">
                {[
                  t(`awards.per.${award.per}`),
                  t(`awards.decide.${award.decide}`),
                  award.winners !== undefined && t('awards.winners', { count: award.winners }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              <Floors award={award} />
            </div>
            <Nominees id={id} award={award} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Floors({ award }: { award: Award }) {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const locale = useLocale()
  return Object.entries(award.floors ?? {}).map(([path, least]) => (
    <p key={path} className={styles.note}>
      {t('awards.floor', {
        name: criterionAt(round.rubric, path)?.title ?? path,
        least: formatShare(least, { decimals: 0, locale }),
      })}
    </p>
  ))
}

function Nominees({ id, award }: { id: string; award: Award }) {
  const { t } = useTranslation('setUp')
  const { draft, round, readOnly, change } = useEditing()
  const count = draft.nominees[id] ?? round.base.awards[id]?.nominees
  const kept = useKept(count === undefined ? '' : String(count), text => {
    const number = Number(text)
    if (text !== '' && (!Number.isInteger(number) || number < 1)) return false
    change(`awards.${id}.nominees`, { nominees: { [id]: text === '' ? null : number } })
    return true
  })
  return (
    <Textfield
      className={styles.short ?? ''}
      data-size="sm"
      type="number"
      min={1}
      label={<LabelOf label={t('awards.nominees')} name={award.title} />}
      data-at={`awards.${id}.nominees`}
      readOnly={readOnly}
      {...kept.field}
      error={kept.bad && t('awards.bad')}
    />
  )
}

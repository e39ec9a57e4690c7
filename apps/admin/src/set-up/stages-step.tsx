import { Textfield } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { fromLocalInput, toLocalInput } from '../ui/dates.ts'
import type { Window } from './draft.ts'
import { LabelOf } from './label-of.tsx'
import styles from './set-up.module.css'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'

/** When each stage opens and closes; what a stage does is the edition's. */
export function StagesStep() {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const { round } = useEditing()
  return (
    <>
      <StepHead title={t('step.stages')} lead={t('stages.lead')} />
      <ol className={styles.cards}>
        {round.rubric.stages.map(stage => (
          <li key={stage.kind} className={styles.card}>
            <div className={styles.cardBody}>
              <h3>{stage.title ?? frame(`stage.${stage.kind}`)}</h3>
              <p className="ts-muted">
                {[
                  stage.title && frame(`stage.${stage.kind}`),
                  stage.keep && 'top' in stage.keep && t('stages.top', { count: stage.keep.top }),
                  stage.keep && 'atLeast' in stage.keep && t('stages.atLeast', { least: stage.keep.atLeast }),
                  stage.blind && t('stages.blind'),
                  stage.seesOthers && t(`stages.${stage.seesOthers}`),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Times kind={stage.kind} name={stage.title ?? frame(`stage.${stage.kind}`)} />
          </li>
        ))}
      </ol>
    </>
  )
}

function Times({ kind, name }: { kind: string; name: string }) {
  const { t } = useTranslation('setUp')
  const { draft, readOnly, change } = useEditing()
  const window = draft.stages[kind] ?? { from: null, to: null }
  const put = (edge: keyof Window, text: string) =>
    change(`stages.${kind}`, { stages: { [kind]: { ...window, [edge]: fromLocalInput(text) } } })
  const backwards = window.from !== null && window.to !== null && window.from >= window.to
  return (
    <div className={styles.pair} data-at={`stages.${kind}`} tabIndex={-1}>
      <Textfield
        data-size="sm"
        type="datetime-local"
        label={<LabelOf label={t('stages.from')} name={name} />}
        readOnly={readOnly}
        value={toLocalInput(window.from)}
        onChange={event => put('from', event.target.value)}
      />
      <Textfield
        data-size="sm"
        type="datetime-local"
        label={<LabelOf label={t('stages.to')} name={name} />}
        readOnly={readOnly}
        value={toLocalInput(window.to)}
        onChange={event => put('to', event.target.value)}
        error={backwards && t('stages.backwards')}
      />
    </div>
  )
}

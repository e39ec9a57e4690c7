import { Button, Select } from '@digdir/designsystemet-react'
import { PlusIcon } from '@navikt/aksel-icons'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Strip } from '../stages/strip.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { ownZone, zonesToChoose } from '../ui/zones.ts'
import { NO_TIMES } from './draft.ts'
import styles from './set-up.module.css'
import { StageCard } from './stage-card.tsx'
import { kindsOf, neededKinds } from './stage-kinds.ts'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'

/** Which stages there are and when each opens and closes, in whose time; what a stage does is the edition's. */
export function StagesStep() {
  const { t } = useTranslation('setUp')
  const { round, draft } = useEditing()
  const kinds = kindsOf(round.base, draft)
  const needed = useMemo(() => neededKinds(round.base), [round.base])
  const windows = kinds.has.map(kind => draft.stages[kind] ?? NO_TIMES)
  const spans = kinds.has.map((kind, i) => {
    const { from, to, replyUntil } = windows[i] ?? NO_TIMES
    return { kind, opensAt: from, closesAt: to, replyUntil }
  })
  return (
    <>
      <StepHead title={t('step.stages')} lead={t('stages.lead')} />
      <Zone />
      <Strip spans={spans} now={new Date().toISOString()} />
      <ol className={styles.cards}>
        {kinds.has.map((kind, i) => (
          <StageCard key={kind} kind={kind} before={windows.slice(0, i)} needed={needed.has(kind)} />
        ))}
      </ol>
      <AddStage kinds={kinds.others} />
    </>
  )
}

/** The organiser's time zone; the reader's own is told where it is another. */
function Zone() {
  const { t } = useTranslation('setUp')
  const { draft, readOnly, change } = useEditing()
  const own = ownZone()
  if (readOnly) return <p>{t('stages.zoneIs', { zone: draft.timeZone })}</p>
  return (
    <div className={styles.zone} data-at="timeZone">
      <FilterChoice
        label={t('stages.zone')}
        value={draft.timeZone}
        choose={timeZone => timeZone && change('timeZone', { timeZone })}
      >
        {zonesToChoose(draft.timeZone).map(zone => (
          <Select.Option key={zone} value={zone}>
            {zone}
          </Select.Option>
        ))}
      </FilterChoice>
      {own !== draft.timeZone && <p className={styles.note}>{t('stages.ownZone', { zone: own })}</p>}
    </div>
  )
}

function AddStage({ kinds }: { kinds: readonly string[] }) {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const { round, draft, readOnly, change } = useEditing()
  if (readOnly || kinds.length === 0) return null
  const add = (kind: string) => {
    const own = round.base.stages.some(stage => stage.kind === kind)
    const stages = { [kind]: draft.stages[kind] ?? NO_TIMES }
    change(`stages.${kind}`, { kinds: { [kind]: own ? null : true }, stages })
  }
  return (
    <section aria-labelledby="add-stage" className={styles.add}>
      <h3 id="add-stage">{t('stages.add')}</h3>
      <div className={styles.buttons}>
        {kinds.map(kind => (
          <Button key={kind} variant="secondary" data-size="sm" onClick={() => add(kind)}>
            <PlusIcon aria-hidden />
            {frame(`stage.${kind as 'jury'}`)}
          </Button>
        ))}
      </div>
    </section>
  )
}

import { Button, Textfield } from '@digdir/designsystemet-react'
import { TrashIcon } from '@navikt/aksel-icons'
import type { StageKind } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { ZonedTime } from '../ui/zoned-time.tsx'
import { NO_TIMES, type Window } from './draft.ts'
import { LabelOf } from './label-of.tsx'
import styles from './set-up.module.css'
import { FINDING, timeFaults } from './stage-kinds.ts'
import { useEditing } from './use-draft.ts'
import { useKept } from './use-kept.ts'

type Props = {
  kind: StageKind
  /** Times of the stages ahead of it. */
  before: readonly Window[]
  /** A criterion is scored in it. */
  needed: boolean
}

/** One stage: what the edition says of it, its times, and the way to do without it. */
export function StageCard({ kind, before, needed }: Props) {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const { round, draft, readOnly, change } = useEditing()
  const stage = [...round.rubric.stages, ...round.base.stages].find(one => one.kind === kind)
  const name = stage?.title ?? frame(`stage.${kind}`)
  const path = `stages.${kind}`
  return (
    <li className={styles.card}>
      <div className={styles.cardBody}>
        <h3>{name}</h3>
        <p className="ts-muted">
          {[
            stage?.title && frame(`stage.${kind}`),
            stage?.keep && 'top' in stage.keep && t('stages.top', { count: stage.keep.top }),
            stage?.keep && 'atLeast' in stage.keep && t('stages.atLeast', { least: stage.keep.atLeast }),
            stage?.blind && t('stages.blind'),
            stage?.seesOthers && t(`stages.${stage.seesOthers}`),
            needed && t('stages.needed'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {!readOnly && !needed && (
          <Button
            variant="tertiary"
            data-size="sm"
            data-color="neutral"
            onClick={() =>
              change(path, { kinds: { [kind]: inEdition(round.base.stages, kind) ? false : null } })
            }
          >
            <TrashIcon aria-hidden />
            {t('stages.leaveOut')}
            <span className="ts-visually-hidden">: {name}</span>
          </Button>
        )}
      </div>
      <Times kind={kind} name={name} before={before} window={draft.stages[kind] ?? NO_TIMES} />
    </li>
  )
}

const inEdition = (stages: readonly { kind: string }[], kind: string) => stages.some(one => one.kind === kind)

type TimesProps = { kind: StageKind; name: string; before: readonly Window[]; window: Window }

function Times({ kind, name, before, window }: TimesProps) {
  const { t } = useTranslation('setUp')
  const { draft, readOnly, change } = useEditing()
  const faults = timeFaults(window, before)
  const put = (times: Partial<Window>) => change(`stages.${kind}`, { stages: { [kind]: times } })
  const grace = useKept(String(window.graceMinutes), text => {
    const graceMinutes = Number(text)
    if (text.trim() === '' || !Number.isInteger(graceMinutes) || graceMinutes < 0 || graceMinutes > WEEK)
      return false
    put({ graceMinutes })
    return true
  })
  const given = { zone: draft.timeZone, readOnly }
  return (
    <div className={styles.pair} data-at={`stages.${kind}`} tabIndex={-1}>
      <ZonedTime
        {...given}
        label={<LabelOf label={t('stages.from')} name={name} />}
        value={window.from}
        put={from => put({ from })}
        error={faults.from && t(`stages.${faults.from}`)}
      />
      <ZonedTime
        {...given}
        label={<LabelOf label={t('stages.to')} name={name} />}
        value={window.to}
        put={to => put({ to })}
        error={faults.to && t(`stages.${faults.to}`)}
      />
      <Textfield
        data-size="sm"
        label={<LabelOf label={t('stages.grace')} name={name} />}
        inputMode="numeric"
        readOnly={readOnly}
        {...grace.field}
        error={grace.bad && t('stages.graceBad')}
      />
      {FINDING.includes(kind) && (
        <ZonedTime
          {...given}
          label={<LabelOf label={t('stages.replyUntil')} name={name} />}
          value={window.replyUntil}
          put={replyUntil => put({ replyUntil })}
          error={faults.reply && t(`stages.${faults.reply}`)}
        />
      )}
    </div>
  )
}

/** Minutes, as the server takes at most. */
const WEEK = 7 * 24 * 60

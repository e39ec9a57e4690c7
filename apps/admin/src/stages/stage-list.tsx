import { Button, Tag } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { formatTimeOf } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Extend } from './extend.tsx'
import { Move } from './move.tsx'
import { Reopen } from './reopen.tsx'
import styles from './stages.module.css'
import type { StageLine, Timeline } from './timeline.ts'
import { useStageName } from './use-stage-name.ts'

const COLOUR = { before: 'neutral', open: 'success', grace: 'warning', closed: 'neutral' } as const

type Props = { round: Round; timeline: Timeline; runs: boolean }

/** Every stage: what it is, where it stands, its times, and what can be changed of it. */
export const StageList = ({ timeline, ...rest }: Props) => (
  <ol className={styles.list}>
    {timeline.stages.map(stage => (
      <Item key={stage.kind} stage={stage} timeline={timeline} {...rest} />
    ))}
  </ol>
)

function Item({ round, stage, timeline, runs }: Props & { stage: StageLine }) {
  const { t } = useTranslation('stages')
  const nameOf = useStageName()
  const title = round.rubric.stages.find(one => one.kind === stage.kind)?.title
  const state = stage.state === 'before' && stage.opensAt === null ? 'undated' : stage.state
  return (
    <li className={styles.stage} data-state={stage.state}>
      <div className={styles.name}>
        <h3>{nameOf(stage.kind)}</h3>
        <Tag data-size="sm" data-color={COLOUR[stage.state]}>
          {t(`state.${state}`)}
        </Tag>
        {title !== undefined && <p>{title}</p>}
        {stage.blind && <p>{t('blind')}</p>}
      </div>
      <TimesOf stage={stage} timeline={timeline} />
      {runs && <Actions round={round} stage={stage} timeline={timeline} />}
    </li>
  )
}

function TimesOf({ stage, timeline }: { stage: StageLine; timeline: Timeline }) {
  const { t } = useTranslation('stages')
  const locale = useLocale()
  const { kind, state, opensAt, closesAt, graceMinutes, replyUntil } = stage
  const words = (iso: string) => ({ at: formatTimeOf(iso, locale, timeline.timeZone) })
  const closed = state === 'grace' || state === 'closed'
  return (
    <ul className={styles.times}>
      {opensAt !== null && <li>{t(state === 'before' ? 'opens' : 'openedOn', words(opensAt))}</li>}
      {closesAt !== null && <li>{t(closed ? 'closedOn' : 'closes', words(closesAt))}</li>}
      {opensAt !== null && closesAt === null && <li>{t('noClosing')}</li>}
      {closesAt !== null && graceMinutes > 0 && <li>{t('grace', { count: graceMinutes })}</li>}
      {replyUntil !== null && <li>{t('replies', words(replyUntil))}</li>}
      {timeline.extensions
        .filter(one => one.stage === kind)
        .map(({ entry, name, until, reason }) => (
          <li key={entry} className={styles.extended}>
            {t('extended', { entry: name, reason, ...words(until) })}
          </li>
        ))}
    </ul>
  )
}

/** Those in which entries answer. */
const ANSWERED = ['nomination', 'survey']

function Actions({ round, stage, timeline }: Omit<Props, 'runs'> & { stage: StageLine }) {
  const { t } = useTranslation('stages')
  const nameOf = useStageName()
  const [doing, setDoing] = useState<'move' | 'reopen' | 'extend' | null>(null)
  const close = () => setDoing(null)
  const over = stage.state === 'closed'
  const movesReplies = stage.replyUntil !== null && stage.replyUntil > timeline.now
  const given = { round, stage, timeline, close }
  return (
    <div className={styles.buttons}>
      {(!over || movesReplies) && (
        <Button data-size="sm" variant="secondary" onClick={() => setDoing('move')}>
          {t('move.open')}
          <span className="ts-visually-hidden">: {nameOf(stage.kind)}</span>
        </Button>
      )}
      {over && (
        <Button data-size="sm" variant="secondary" onClick={() => setDoing('reopen')}>
          {t('reopen.open')}
          <span className="ts-visually-hidden">: {nameOf(stage.kind)}</span>
        </Button>
      )}
      {ANSWERED.includes(stage.kind) && stage.state !== 'before' && stage.closesAt !== null && (
        <Button data-size="sm" variant="tertiary" onClick={() => setDoing('extend')}>
          {t('extend.open')}
          <span className="ts-visually-hidden">: {nameOf(stage.kind)}</span>
        </Button>
      )}
      {doing === 'move' && <Move {...given} />}
      {doing === 'reopen' && <Reopen {...given} />}
      {doing === 'extend' && <Extend {...given} />}
    </div>
  )
}

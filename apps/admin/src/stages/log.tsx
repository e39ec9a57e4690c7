import { useTranslation } from 'react-i18next'
import { formatTimeOf } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './stages.module.css'
import type { LogLine, Timeline } from './timeline.ts'
import { useStageName } from './use-stage-name.ts'

/** What has happened to the stages, newest first. */
export function Log({ timeline }: { timeline: Timeline }) {
  const { t } = useTranslation('stages')
  return (
    <section className={styles.part} aria-labelledby="log">
      <h2 id="log">{t('log.title')}</h2>
      {timeline.log.length === 0 && <p className="ts-muted">{t('log.none')}</p>}
      <ol className={styles.log}>
        {timeline.log.map(line => (
          <Line key={line.key} line={line} timeline={timeline} />
        ))}
      </ol>
    </section>
  )
}

/** A change that is written down this much later than planned, in milliseconds, says so. */
const LATE = 60_000

function Line({ line, timeline }: { line: LogLine; timeline: Timeline }) {
  const { t } = useTranslation('stages')
  const locale = useLocale()
  const nameOf = useStageName()
  const { change, stage, at, scheduledFor, by, reason, detail } = line
  const time = (iso: string) => formatTimeOf(iso, locale, timeline.timeZone)
  const entry = timeline.extensions.find(one => one.entry === detail.entry)?.name ?? ''
  const late = scheduledFor !== null && Date.parse(at) - Date.parse(scheduledFor) > LATE
  return (
    <li data-failed={change === 'releaseFailed'}>
      <strong>{t(`log.${change}`, { stage: nameOf(stage), entry })}</strong>
      <Differences detail={detail} time={time} />
      {detail.until !== undefined && <span>{time(detail.until)}</span>}
      {reason !== null && <span>{reason}</span>}
      <span className="ts-muted">
        {[time(at), late && t('log.late', { at: time(scheduledFor) }), by && t('log.by', { name: by.name })]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </li>
  )
}

const TIMES = ['opensAt', 'closesAt', 'graceMinutes', 'replyUntil'] as const

/** Each time that was changed, from what to what. */
function Differences({ detail, time }: { detail: LogLine['detail']; time: (iso: string) => string }) {
  const { t } = useTranslation('stages')
  const say = (value: string | number | null | undefined) =>
    typeof value === 'string' ? time(value) : (value ?? t('log.noTime'))
  return TIMES.filter(key => detail.after && key in detail.after).map(key => (
    <span key={key}>
      {t('log.from', {
        what: t(`field.${key}`),
        before: say(detail.before?.[key]),
        after: say(detail.after?.[key]),
      })}
    </span>
  ))
}

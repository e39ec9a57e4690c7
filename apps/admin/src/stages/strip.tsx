import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import styles from './stages.module.css'
import { type Span, scaleOf } from './strip-scale.ts'

/** The stages drawn on one line of time. What it shows stands beside it in words. */
export function Strip({ spans, now }: { spans: readonly Span[]; now: string }) {
  const { t } = useTranslation('stages')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const scale = scaleOf(spans, now)
  if (!scale) return null
  return (
    <figure className={styles.strip} aria-hidden>
      <div className={styles.tracks}>
        {scale.bars.map(({ kind, from, to, replies }) => (
          <div key={kind} className={styles.track}>
            <span>{frame(`stage.${kind as 'jury'}`)}</span>
            <div>
              {replies !== null && (
                <i
                  className={styles.replies}
                  style={{ left: `${from}%`, width: `${Math.max(replies - from, 0)}%` }}
                />
              )}
              <i
                className={styles.bar}
                style={{ left: `${from}%`, width: `${to - from}%` }}
                data-kind={kind}
              />
              {scale.now !== null && <i className={styles.now} style={{ left: `${scale.now}%` }} />}
            </div>
          </div>
        ))}
      </div>
      {scale.now !== null && (
        <div className={styles.nowRow}>
          <span style={{ left: `${scale.now}%` }}>{t('now')}</span>
        </div>
      )}
      <figcaption>
        <span>{formatDay(scale.from, locale)}</span>
        <span>{formatDay(scale.to, locale)}</span>
      </figcaption>
    </figure>
  )
}

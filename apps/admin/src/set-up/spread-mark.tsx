import styles from './weights.module.css'
import type { Spread } from './what-if.ts'

const WIDTH = 96

/** Where most values lie between nothing and everything: thin line 10–90 %, block the middle half, tick the median. */
export const SpreadMark = ({ spread, label }: { spread: Spread; label: string }) => (
  <svg className={styles.spread} viewBox={`0 0 ${WIDTH} 16`} role="img" aria-label={label}>
    <title>{label}</title>
    <line x1="0" x2={WIDTH} y1="8" y2="8" className={styles.axis} />
    <line x1={spread.p10 * WIDTH} x2={spread.p90 * WIDTH} y1="8" y2="8" className={styles.whisker} />
    <rect
      x={spread.p25 * WIDTH}
      width={Math.max(1, (spread.p75 - spread.p25) * WIDTH)}
      y="4"
      height="8"
      className={styles.half}
    />
    <line x1={spread.median * WIDTH} x2={spread.median * WIDTH} y1="1" y2="15" className={styles.median} />
  </svg>
)

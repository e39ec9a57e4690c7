import styles from './results.module.css'

/** A value as a length, from nothing to full: what lies beyond either is told by the figure beside it. */
export const ScoreBar = ({ value, colour }: { value: number; colour?: string }) => (
  <span className={styles.bar} aria-hidden>
    <span
      style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%`, ...(colour && { background: colour }) }}
    />
  </span>
)

import styles from './results.module.css'

/** A value (0..1) as a length; the figure stands beside it. */
export const ScoreBar = ({ value, colour }: { value: number; colour?: string }) => (
  <span className={styles.bar} aria-hidden>
    <span style={{ width: `${value * 100}%`, ...(colour && { background: colour }) }} />
  </span>
)

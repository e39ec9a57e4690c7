import type { ReactNode } from 'react'
import styles from './filter-bar.module.css'

type Props = {
  label: string
  /** Search field and choices. */
  children: ReactNode
  /** What is left of the list; said aloud as it changes. */
  count?: ReactNode
}

/** What narrows a list, above it. */
export function FilterBar({ label, children, count }: Props) {
  return (
    <search className={styles.bar} aria-label={label}>
      {children}
      {count !== undefined && (
        <div className={styles.count} role="status">
          {count}
        </div>
      )}
    </search>
  )
}

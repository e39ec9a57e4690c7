import type { ReactNode } from 'react'
import styles from './set-up.module.css'

/** A step's heading, what it decides, and what can be done to all of it. */
export const StepHead = ({
  title,
  lead,
  children,
}: {
  title: string
  lead: string
  children?: ReactNode
}) => (
  <div className={styles.stepHead}>
    <div>
      <h2>{title}</h2>
      <p className="ts-muted">{lead}</p>
    </div>
    {children}
  </div>
)

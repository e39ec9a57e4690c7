import type { LegendItem } from './chart.ts'
import styles from './chart-frame.module.css'

const SHAPES = {
  dot: colour => <circle cx="7" cy="7" r="5" fill={colour} />,
  ring: colour => <circle cx="7" cy="7" r="4.5" fill="none" stroke={colour} strokeWidth="2" />,
  diamond: colour => <path d="M7 1l6 6l-6 6l-6-6z" fill={colour} />,
  triangle: colour => <path d="M7 1.5l6 11h-12z" fill={colour} />,
  line: colour => <rect y="5.5" width="14" height="3" fill={colour} />,
  bar: colour => <rect x="1" y="1" width="12" height="12" fill={colour} />,
} as const satisfies Record<NonNullable<LegendItem['shape']>, (colour: string) => React.ReactElement>

/** A colour's and a shape's word. */
export function Legend({ items }: { items: readonly LegendItem[] }) {
  if (items.length === 0) return null
  return (
    <ul className={styles.legend}>
      {items.map(({ label, colour, shape = 'dot' }) => (
        <li key={label}>
          <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden>
            {SHAPES[shape](colour)}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  )
}

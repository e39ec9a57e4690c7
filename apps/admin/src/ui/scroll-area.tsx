import type { ComponentProps } from 'react'

type Props = Omit<ComponentProps<'section'>, 'tabIndex' | 'aria-label'> & { label: string }

/** What scrolls within the page: named, and reachable by keyboard. */
export const ScrollArea = ({ label, ...rest }: Props) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
  <section {...rest} aria-label={label} tabIndex={0} />
)

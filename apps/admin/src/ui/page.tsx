import { Breadcrumbs } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './page.module.css'

type Crumb = { label: string; to: string }

type Props = {
  title: string
  /** For the window's title, where several screens share a heading. */
  about?: string
  /** Ancestors, outermost first. */
  trail?: readonly Crumb[]
  tags?: ReactNode
  lead?: ReactNode
  /** What one can do here: one primary action, others beside it. */
  actions?: ReactNode
  children: ReactNode
}

/** On arrival the browser's own start is right: the first Tab then leads to the way past the menu. */
let arrived = false

/** Every page: where am I, what is this, what can I do. Moves focus to the heading of the next page so that screen readers announce it. */
export function Page({ title, about, trail = [], tags, lead, actions, children }: Props) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = [about, title, t('product')].filter(Boolean).join(' · ')
  }, [about, title, t])
  useEffect(() => {
    if (arrived) heading.current?.focus({ preventScroll: true })
    arrived = true
  }, [])

  return (
    <>
      <div className={styles.head}>
        {trail.length > 0 && (
          <Breadcrumbs aria-label={t('youAreHere')} data-size="sm">
            <Breadcrumbs.List>
              {trail.map(crumb => (
                <Breadcrumbs.Item key={crumb.to}>
                  <Breadcrumbs.Link asChild>
                    <Link to={crumb.to}>{crumb.label}</Link>
                  </Breadcrumbs.Link>
                </Breadcrumbs.Item>
              ))}
            </Breadcrumbs.List>
          </Breadcrumbs>
        )}
        <div className={styles.row}>
          <div className={styles.title}>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {tags}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </>
  )
}

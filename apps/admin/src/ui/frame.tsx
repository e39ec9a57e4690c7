import { Button, SkipLink } from '@digdir/designsystemet-react'
import {
  BarChartIcon,
  Buildings3Icon,
  EnvelopeClosedIcon,
  FileTextIcon,
  MenuHamburgerIcon,
  PersonGroupIcon,
  ShieldLockIcon,
  TasklistIcon,
  XMarkIcon,
} from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Account } from './account.tsx'
import styles from './frame.module.css'
import { LanguageChoice } from './language-choice.tsx'
import { NeedsTwoFactor } from './needs-two-factor.tsx'

const NOUNS = [
  { to: '/rounds', key: 'rounds', Icon: TasklistIcon },
  { to: '/compare', key: 'compare', Icon: BarChartIcon },
  { to: '/rubrics', key: 'rubrics', Icon: FileTextIcon },
  { to: '/units', key: 'units', Icon: Buildings3Icon },
  { to: '/people', key: 'people', Icon: PersonGroupIcon, needs: 'people.list' },
  { to: '/outbox', key: 'outbox', Icon: EnvelopeClosedIcon, needs: 'mail.list' },
  { to: '/audit', key: 'audit', Icon: ShieldLockIcon, needs: 'audit.list' },
] as const

/** The left rail, which is a menu on a phone; the top bar; and the page. */
export function Frame() {
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: state => state.location.pathname })
  const me = useQuery(trpc.people.me.queryOptions())
  // biome-ignore lint/correctness/useExhaustiveDependencies: the menu closes whenever one has gone somewhere.
  useEffect(() => setOpen(false), [path])

  return (
    <div className={styles.frame}>
      <SkipLink href="#main">{t('skip')}</SkipLink>
      <header className={styles.banner}>
        <Link to="/rounds" className={styles.brand ?? ''}>
          <img src="/icon.svg" alt="" />
          {t('product')}
        </Link>
        <div className={styles.top}>
          <span className={styles.menuButton}>
            <Button
              variant="tertiary"
              icon
              aria-expanded={open}
              aria-controls="menu"
              aria-label={t(open ? 'closeMenu' : 'openMenu')}
              onClick={() => setOpen(!open)}
            >
              {open ? <XMarkIcon aria-hidden /> : <MenuHamburgerIcon aria-hidden />}
            </Button>
          </span>
          <span className={styles.organisation}>{me.data?.organisation?.name ?? t('tagline')}</span>
          <LanguageChoice />
          {me.data && <Account me={me.data} />}
        </div>
      </header>
      <nav id="menu" className={styles.rail} data-open={open} aria-label={t('mainMenu')}>
        <ul>
          {NOUNS.filter(noun => !('needs' in noun) || me.data?.can.includes(noun.needs)).map(
            ({ to, key, Icon }) => (
              <li key={to}>
                <Link to={to}>
                  <Icon aria-hidden />
                  {t(`nav.${key}`)}
                </Link>
              </li>
            ),
          )}
        </ul>
      </nav>
      <main id="main" className={styles.main} tabIndex={-1}>
        {me.data?.needsTwoFactor && path !== '/account' && <NeedsTwoFactor />}
        <Outlet />
      </main>
    </div>
  )
}

import { CheckmarkCircleFillIcon, CircleIcon, XMarkOctagonFillIcon } from '@navikt/aksel-icons'
import { Link } from '@tanstack/react-router'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import styles from './set-up.module.css'
import { type Standing, standings } from './step-of.ts'
import { STEPS, type Step } from './steps.ts'

/** The steps down the side, each with a tick, a dot or its number of errors. Not drawn anew while a weight is moved. */
export const StepsNav = memo(function StepsNav({ current, round }: { current: Step; round: Round }) {
  const { t } = useTranslation('setUp')
  const all = standings(round.problems)
  const list = useRef<HTMLOListElement>(null)
  // On a phone the steps are a strip that may have scrolled away from the current one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it moves with the current step.
  useEffect(() => {
    const strip = list.current
    const here = strip?.querySelector<HTMLElement>('[aria-current]')
    if (strip && here) strip.scrollLeft = here.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2
  }, [current])
  return (
    <nav aria-label={t('steps')} className={styles.steps}>
      <ol ref={list}>
        {STEPS.map(step => (
          <li key={step}>
            <Link
              to="/rounds/$round/set-up"
              params={{ round: round.id }}
              search={({ tries }) => ({ step, ...(tries && { tries }) })}
              aria-current={step === current ? 'step' : undefined}
              data-current={step === current}
              activeProps={{}}
              resetScroll={false}
            >
              <Mark {...all[step]} opened={round.state !== 'draft'} />
              {t(`step.${step}`)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
})

function Mark({ errors, warnings, opened }: Standing & { opened: boolean }) {
  const { t } = useTranslation('setUp')
  if (errors > 0)
    return (
      <span className={styles.errors}>
        <XMarkOctagonFillIcon aria-hidden />
        <span aria-hidden>{errors}</span>
        <span className="ts-visually-hidden">{t('errors', { count: errors })}: </span>
      </span>
    )
  if (warnings > 0)
    return (
      <span className={styles.warnings}>
        <CircleIcon aria-hidden />
        <span className="ts-visually-hidden">{t('warnings', { count: warnings })}: </span>
      </span>
    )
  return (
    <span className={styles.fine}>
      <CheckmarkCircleFillIcon aria-hidden />
      <span className="ts-visually-hidden">{t(opened ? 'asOpened' : 'fine')}: </span>
    </span>
  )
}

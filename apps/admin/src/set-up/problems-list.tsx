import {
  CheckmarkCircleFillIcon,
  ExclamationmarkTriangleFillIcon,
  XMarkOctagonFillIcon,
} from '@navikt/aksel-icons'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import styles from './check.module.css'
import { stepOf } from './step-of.ts'
import { useEditing } from './use-draft.ts'
import { usePathWords } from './use-path-words.ts'

type Problem = Round['problems'][number]

/** What stops the opening first, then what is worth a second look; each leads to its field. */
export function ProblemsList() {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const errors = round.problems.filter(problem => problem.severity === 'error')
  const warnings = round.problems.filter(problem => problem.severity !== 'error')
  return (
    <>
      <section className={styles.panel} aria-labelledby="stops">
        <h3 id="stops">{t('check.stops')}</h3>
        {errors.length === 0 ? (
          <p className={styles.fine}>
            <CheckmarkCircleFillIcon aria-hidden />
            {t('check.nothingStops')}
          </p>
        ) : (
          <List problems={errors} />
        )}
      </section>
      {warnings.length > 0 && (
        <section className={styles.panel} aria-labelledby="second-look">
          <h3 id="second-look">{t('check.secondLook')}</h3>
          <List problems={warnings} />
        </section>
      )}
    </>
  )
}

function List({ problems }: { problems: readonly Problem[] }) {
  const { t, i18n } = useTranslation('setUp')
  const { round } = useEditing()
  const words = usePathWords()
  const says = ({ code, message }: Problem) =>
    i18n.exists(`setUp:problem.${code}`) ? t(`problem.${code as 'stage-without-dates'}`) : message
  return (
    <ul className={styles.problems}>
      {problems.map(problem => (
        <li key={`${problem.code} ${problem.path}`} data-severity={problem.severity}>
          {problem.severity === 'error' ? (
            <XMarkOctagonFillIcon aria-hidden />
          ) : (
            <ExclamationmarkTriangleFillIcon aria-hidden />
          )}
          <span>
            <Link
              to="/rounds/$round/set-up"
              params={{ round: round.id }}
              search={{ step: stepOf(problem.path), at: problem.path }}
            >
              {words(problem.path)}
            </Link>
            <span className={styles.says}>{says(problem)}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

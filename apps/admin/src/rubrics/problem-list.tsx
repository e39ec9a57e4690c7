import { Alert, Details } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import styles from './rubrics.module.css'
import type { RubricRow } from './rubrics.ts'

type Props = { problems: RubricRow['problems']; broken: boolean; level: 2 | 3 }

const SHOWN = 5

/** What is wrong with a rubric, where, and what is allowed; in the checker's own words, which its author reads. */
export function ProblemList({ problems, broken, level }: Props) {
  const { t } = useTranslation('rubrics')
  if (problems.length === 0) return null
  const Heading = `h${level}` as const
  const sorted = problems.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'))
  return (
    <Alert data-color={broken ? 'danger' : 'warning'} data-size="sm">
      <Heading className={styles.problemTitle}>{t(broken ? 'brokenTitle' : 'warningTitle')}</Heading>
      <Lines problems={sorted.slice(0, SHOWN)} />
      {sorted.length > SHOWN && (
        <Details data-size="sm">
          <Details.Summary>{t('problems', { count: sorted.length - SHOWN })}</Details.Summary>
          <Details.Content>
            <Lines problems={sorted.slice(SHOWN)} />
          </Details.Content>
        </Details>
      )}
    </Alert>
  )
}

const Lines = ({ problems }: Pick<Props, 'problems'>) => (
  <ul className={styles.problems} lang="en">
    {problems.map(({ code, path, message }) => (
      <li key={`${code} ${path} ${message}`}>
        {message} <code>{code}</code>
      </li>
    ))}
  </ul>
)

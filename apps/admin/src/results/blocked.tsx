import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { criterionAt } from '@tumstock/rubric/tree'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import styles from './dialogs.module.css'
import type { Results } from './results.ts'

const LISTED = 5

type Props = {
  round: Round
  results: Results
  /** Of its heading. */
  level: 2 | 3
}

/** What keeps the results from being published, each line a way to where it can be mended. */
export function Blocked({ round, results: { errors, rows }, level }: Props) {
  const { t } = useTranslation('results')
  const nameOf = (entry: string) => rows.find(row => row.entry === entry)?.name ?? entry
  return (
    <Alert data-color="danger">
      <Heading level={level} data-size="2xs">
        {t('publish.blocked')}
      </Heading>
      <Paragraph>{t('publish.blockedText', { count: errors.length })}</Paragraph>
      <ul className={styles.facts}>
        {errors.slice(0, LISTED).map(({ entry, path, message }) => (
          <li key={`${entry} ${path}`}>
            <Link to="/rounds/$round/entries/$entry" params={{ round: round.id, entry }}>
              {nameOf(entry)}
            </Link>
            , {criterionAt(round.rubric, path)?.title ?? path}: {message}
          </li>
        ))}
        {errors.length > LISTED && <li>{t('publish.more', { count: errors.length - LISTED })}</li>}
      </ul>
    </Alert>
  )
}

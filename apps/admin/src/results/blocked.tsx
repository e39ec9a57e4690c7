import { Alert, Heading, Paragraph } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { criterionAt } from '@tumstock/rubric/tree'
import { Fragment, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { useLocale } from '../ui/locale.ts'
import { useEntryNames } from '../units/use-entry-names.ts'
import styles from './dialogs.module.css'
import { type FaultGroup, faultGroups } from './fault-groups.ts'
import { faultWords } from './fault-words.ts'
import type { Results } from './results.ts'
import { asList } from './scoring-words.ts'
import { useRubric } from './use-results.ts'

/** Causes that are listed, and how many criteria and entries are named in each. */
const CAUSES = 10
const LISTED = 5

type Props = {
  round: Round
  results: Results
  /** Of its heading. */
  level: 2 | 3
}

/** What keeps the results from being published: each cause once, with a way to where it can be mended. */
export function Blocked({ round, results, level }: Props) {
  const { t } = useTranslation('results')
  const rubric = useRubric(round.id) ?? round.rubric
  const groups = useMemo(() => faultGroups(results.errors, rubric), [results.errors, rubric])
  return (
    <Alert data-color="danger">
      <Heading level={level} data-size="2xs">
        {t('publish.blocked')}
      </Heading>
      <Paragraph>{t('publish.blockedText', { count: groups.length })}</Paragraph>
      <ul className={styles.facts}>
        {groups.slice(0, CAUSES).map(group => (
          <li key={`${group.fault.code} ${group.fault.at} ${group.fault.path}`}>
            <Cause group={group} rubric={rubric} round={round} rows={results.rows} />
          </li>
        ))}
        {groups.length > CAUSES && <li>{t('publish.more', { count: groups.length - CAUSES })}</li>}
      </ul>
    </Alert>
  )
}

type CauseProps = { group: FaultGroup; rubric: Round['rubric']; round: Round; rows: Results['rows'] }

function Cause({ group: { fault, paths, entries }, rubric, round, rows }: CauseProps) {
  const { t } = useTranslation('faults')
  const { t: frame } = useTranslation()
  const locale = useLocale()
  const entryName = useEntryNames(rubric, round.referenceDate)
  const titles = paths.map(path => criterionAt(rubric, path)?.title ?? path)
  const shown = titles.slice(0, LISTED)
  return (
    <>
      <strong>{shown.length < titles.length ? `${shown.join(', ')} …` : asList(shown, locale)}:</strong>{' '}
      {faultWords(fault, { t, frame, locale, rubric, entryName })}{' '}
      {entries.length === rows.length ? (
        t('concernsAll', { count: entries.length })
      ) : (
        <Concerned round={round.id} entries={entries} rows={rows} />
      )}
    </>
  )
}

type ConcernedProps = { round: string; entries: readonly string[]; rows: Results['rows'] }

/** Stands for the names in a sentence until they are put in as links. */
const NAMES = '\u0000'

function Concerned({ round, entries, rows }: ConcernedProps) {
  const { t } = useTranslation('faults')
  const nameOf = (entry: string) => rows.find(row => row.entry === entry)?.name ?? entry
  const more = entries.length - LISTED
  const [before = '', after = ''] = (
    more > 0 ? t('concernsMore', { names: NAMES, count: more }) : t('concerns', { names: NAMES })
  ).split(NAMES)
  return (
    <>
      {before}
      {entries.slice(0, LISTED).map((entry, i) => (
        <Fragment key={entry}>
          {i > 0 && ', '}
          <Link to="/rounds/$round/entries/$entry" params={{ round, entry }}>
            {nameOf(entry)}
          </Link>
        </Fragment>
      ))}
      {after}
    </>
  )
}

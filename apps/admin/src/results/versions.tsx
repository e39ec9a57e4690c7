import { Details, Table, Tag } from '@digdir/designsystemet-react'
import { CheckmarkCircleIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { Empty, Loading, Problem } from '../ui/states.tsx'
import { useChangeWords } from './change-words.ts'
import type { Publication } from './results.ts'
import styles from './versions.module.css'

/** Every version that went out, newest first, with its erratum and what it changed. */
export function Versions({ round, rubric }: { round: Round; rubric: RubricData }) {
  const { t } = useTranslation('results')
  const found = useQuery(trpc.results.publications.queryOptions({ round: round.id }))
  if (found.isError) return <Problem error={found.error} retry={() => found.refetch()} />
  if (!found.data) return <Loading />
  const newestFirst = found.data.toReversed()
  if (newestFirst.length === 0) return <Empty title={t('versions.none')} text={t('versions.noneText')} />
  return (
    <ol className={styles.versions}>
      {newestFirst.map((one, at) => (
        <li key={one.version}>
          <Version round={round} rubric={rubric} publication={one} newest={at === 0} />
        </li>
      ))}
    </ol>
  )
}

type Props = { round: Round; rubric: RubricData; publication: Publication; newest: boolean }

function Version({ round, rubric, publication, newest }: Props) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const { version, sha256, publishedAt, erratum } = publication
  const address = `/api/v1/rounds/${round.id}/results`
  const query = newest ? '' : `?version=${version}`
  return (
    <article className={styles.version}>
      <div className={styles.head}>
        <h2>{t('versions.version', { version })}</h2>
        {newest && (
          <Tag data-size="sm" data-color="success">
            <CheckmarkCircleIcon aria-hidden />
            {t('versions.newest')}
          </Tag>
        )}
      </div>
      <p className="ts-muted">{t('versions.at', { when: formatTime(publishedAt, locale) })}</p>
      {erratum === null ? (
        <p>{t('versions.first')}</p>
      ) : (
        <p className={styles.erratum}>
          <strong>{t('versions.erratum')}:</strong> {erratum}
        </p>
      )}
      {erratum !== null && <Changes rubric={rubric} publication={publication} />}
      <p className={styles.fine}>
        {t('versions.data')}: <a href={`${address}.json${query}`}>JSON</a>{' '}
        <a href={`${address}.csv${query}`}>CSV</a>
      </p>
      <p className={styles.fine}>
        {t('versions.hash')}: <code>{sha256}</code>
      </p>
    </article>
  )
}

/** The public difference: every figure that is not what it was. */
function Changes({ rubric, publication: { changes } }: Pick<Props, 'rubric' | 'publication'>) {
  const { t } = useTranslation('results')
  const words = useChangeWords(rubric)
  if (changes.length === 0) return <p>{t('versions.noChanges')}</p>
  const title = t('versions.changes', { count: changes.length })
  return (
    <Details>
      <Details.Summary>{title}</Details.Summary>
      <Details.Content>
        <ScrollArea className={styles.scroll} label={title}>
          <Table data-size="sm">
            <Table.Head>
              <Table.Row>
                <Table.HeaderCell>{t('versions.unit')}</Table.HeaderCell>
                <Table.HeaderCell>{t('versions.field')}</Table.HeaderCell>
                <Table.HeaderCell className="ts-figure">{t('versions.from')}</Table.HeaderCell>
                <Table.HeaderCell className="ts-figure">{t('versions.to')}</Table.HeaderCell>
              </Table.Row>
            </Table.Head>
            <Table.Body>
              {changes.map(change => (
                <Table.Row key={`${change.unit} ${change.field}`}>
                  <Table.HeaderCell scope="row">{change.name}</Table.HeaderCell>
                  <Table.Cell>{words.field(change.field)}</Table.Cell>
                  <Table.Cell className="ts-figure">{words.value(change.field, change.from)}</Table.Cell>
                  <Table.Cell className="ts-figure">{words.value(change.field, change.to)}</Table.Cell>
                </Table.Row>
              ))}
            </Table.Body>
          </Table>
        </ScrollArea>
      </Details.Content>
    </Details>
  )
}

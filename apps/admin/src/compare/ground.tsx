import { Alert, Link as Styled, Table } from '@digdir/designsystemet-react'
import { CircleFillIcon, CircleIcon, CircleSlashIcon } from '@navikt/aksel-icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { MarkTag } from '../ui/tags.tsx'
import { assumedKinds } from './assumed.ts'
import styles from './compare.module.css'
import type { ComparedRound, Comparison } from './comparison.ts'
import { useWords } from './use-words.ts'

type Props = { comparison: Comparison; dimensions: readonly string[] }

/** What one has to know before the pictures: how each round was made, and what it covers of each dimension. */
export function Ground({ comparison, dimensions }: Props) {
  const words = useWords()
  const { tc, t, whole } = words
  const { rounds } = comparison
  const reasons = dimensions.map(id => words.refusal(comparison, id))
  const common = new Set(reasons).size === 1 ? (reasons[0] ?? null) : null
  const rows: { head: string; cell: (round: ComparedRound) => ReactNode }[] = [
    { head: tc('row.country'), cell: round => t(`country.${round.country as 'NO'}`) },
    { head: tc('row.year'), cell: round => round.year },
    {
      head: tc('row.rubric'),
      cell: ({ method: { rubric } }) => (
        <Styled asChild>
          <Link to="/rubrics/$ref" params={{ ref: rubric }}>
            {rubric}
          </Link>
        </Styled>
      ),
    },
    { head: tc('row.n'), cell: round => <strong>{whole(round.n)}</strong> },
    ...(rounds.some(({ method }) => method.steps)
      ? [{ head: tc('row.steps'), cell: ({ method }: ComparedRound) => words.steps(method.steps ?? []) }]
      : []),
    { head: tc('row.combine'), cell: round => words.combine(round.method) },
    { head: tc('row.missing'), cell: round => words.missing(round.method.missing) },
    {
      head: tc('row.assumed'),
      cell: ({ method }) => {
        const assumed = assumedKinds(method.assumed).map(kind => tc(`assumed.${kind}`))
        if (assumed.length === 0) return tc('assumedNone')
        return (
          <>
            <MarkTag mark="assumed" /> {assumed.join(', ')}
          </>
        )
      },
    },
  ]
  return (
    <section className={styles.ground} aria-labelledby="ground">
      <h2 id="ground">{tc('ground')}</h2>
      <p className="ts-muted">{tc('groundText')}</p>
      {rounds.some(round => round.kind === 'synthetic') && (
        <Alert data-color="info" data-size="sm">
          {tc('synthetic')}
        </Alert>
      )}
      {common !== null && (
        <Alert data-color="warning" data-size="sm">
          {tc('allRefused', { why: common })}
        </Alert>
      )}
      <ScrollArea className={styles.scroll} label={tc('dimensions')}>
        <Table data-size="sm" className={styles.groundTable}>
          <Table.Head>
            <Table.Row>
              <Table.HeaderCell>{tc('row.what')}</Table.HeaderCell>
              {rounds.map(({ id, title, kind }) => (
                <Table.HeaderCell key={id}>
                  <Styled asChild>
                    <Link to="/rounds/$round" params={{ round: id }}>
                      {title}
                    </Link>
                  </Styled>
                  {kind === 'round' ? null : <MarkTag mark={kind} />}
                </Table.HeaderCell>
              ))}
            </Table.Row>
          </Table.Head>
          <Table.Body>
            {rows.map(({ head, cell }) => (
              <Table.Row key={head}>
                <Table.HeaderCell scope="row">{head}</Table.HeaderCell>
                {rounds.map(round => (
                  <Table.Cell key={round.id}>{cell(round)}</Table.Cell>
                ))}
              </Table.Row>
            ))}
          </Table.Body>
          <Table.Body>
            <Table.Row className={styles.part}>
              <Table.HeaderCell scope="colgroup" colSpan={rounds.length + 1}>
                {tc('dimensions')}
              </Table.HeaderCell>
            </Table.Row>
            {dimensions.map(id => (
              <DimensionRow key={id} id={id} comparison={comparison} common={common !== null} />
            ))}
          </Table.Body>
        </Table>
      </ScrollArea>
    </section>
  )
}

function DimensionRow({ id, comparison, common }: { id: string; comparison: Comparison; common: boolean }) {
  const words = useWords()
  const refused = words.refusal(comparison, id)
  const why = common ? '' : `: ${refused}`
  return (
    <Table.Row>
      <Table.HeaderCell scope="row">
        {words.dimension(id)}
        {refused && (
          <small className={styles.refusal}>
            {words.tc('refused')}
            {why}
          </small>
        )}
      </Table.HeaderCell>
      {comparison.rounds.map(round => (
        <Table.Cell key={round.id}>
          <Coverage coverage={round.coverage.find(one => one.dimension === id)} />
        </Table.Cell>
      ))}
    </Table.Row>
  )
}

const LOOK = { full: CircleFillIcon, part: CircleIcon, none: CircleSlashIcon } as const

function Coverage({ coverage }: { coverage: ComparedRound['coverage'][number] | undefined }) {
  const { tc, percent } = useWords()
  const { state, weight, data } = coverage ?? { state: 'none' as const, weight: 0, data: null }
  // A record's totals say what was asked, not how much of it was answered.
  const untold = state !== 'none' && data === null
  const Icon = LOOK[untold ? 'part' : state]
  return (
    <span className={styles.coverage} data-state={state}>
      <Icon aria-hidden />
      <span>
        {tc(`coverage.${untold ? 'asked' : state}`)}
        {weight > 0 && (
          <small>
            {data === null
              ? tc('coverageAsked', { weight: percent(100 * weight) })
              : tc('coverageOf', { weight: percent(100 * weight), data: percent(100 * data) })}
          </small>
        )}
      </span>
    </span>
  )
}

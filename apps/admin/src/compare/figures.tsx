import { Button, Details } from '@digdir/designsystemet-react'
import { DownloadIcon } from '@navikt/aksel-icons'
import { type ReactNode, useMemo, useState } from 'react'
import { csvOf } from '../ui/chart/csv.ts'
import { download } from '../ui/chart/export-picture.ts'
import type { DataColumn } from '../ui/data-column.ts'
import { DataTable } from '../ui/data-table.tsx'
import { sortOf, sortText } from '../ui/table-rows.ts'
import { usePhone } from '../ui/use-media.ts'
import styles from './compare.module.css'
import { type ComparedRow, figureOf, percentilesBy, refusalOf, WHOLE } from './comparison.ts'
import type { Side } from './sides.ts'
import { useWords, type Words } from './use-words.ts'
import type { View } from './view.ts'

type Props = { view: View; sort: string | undefined; setSort: (sort: string | undefined) => void }

type Figure = { side: Side; row: ComparedRow; percentile: number | null }

/** Every unit of every round, per cent and percentile beside each other. */
export function Figures({ view, sort, setSort }: Props) {
  const words = useWords()
  const { tc } = words
  const rows = useMemo(() => figuresOf(view), [view])
  const columns = useMemo(() => columnsOf(view, words), [view, words])
  const save = () =>
    download(new Blob([csvOf(fileOf(view, rows, words))], { type: 'text/csv' }), 'tumstock-compare.csv')
  return (
    <section className={styles.figures}>
      <div className={styles.figuresHead}>
        <h3>{tc('table')}</h3>
        <Button data-size="sm" variant="tertiary" onClick={save}>
          <DownloadIcon aria-hidden />
          CSV
        </Button>
      </div>
      <Folded summary={`${tc('table')} (${words.whole(rows.length)})`}>
        <DataTable
          caption={tc('table')}
          rows={rows}
          rowId={({ side, row }) => `${side.round.id} ${row.unit}`}
          columns={columns}
          naming="name"
          sort={sort ? sortOf(sort) : { column: 'percentile', descending: true }}
          onSort={next => setSort(next ? sortText(next) : undefined)}
          marked={({ row }) => (view.marked.includes(row.unit) ? tc('highlighted') : null)}
        />
      </Folded>
      <p className={styles.source}>
        {view.provenance.method} {view.provenance.source}
      </p>
    </section>
  )
}

/** Hundreds of cards would be all there is of the page on a phone: there they are shown when asked for. */
function Folded({ summary, children }: { summary: string; children: ReactNode }) {
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  if (!phone) return children
  return (
    <Details data-size="sm" open={open} onToggle={() => setOpen(!open)}>
      <Details.Summary>{summary}</Details.Summary>
      <Details.Content>{open && children}</Details.Content>
    </Details>
  )
}

const figuresOf = ({ comparison, sides, by }: View): Figure[] =>
  sides.flatMap(side => {
    const whole = comparison.rounds.find(round => round.id === side.round.id)
    const percentiles = whole ? percentilesBy(whole, by) : new Map<string, number>()
    return side.round.rows.map(row => ({ side, row, percentile: percentiles.get(row.unit) ?? null }))
  })

const columnsOf = ({ by, comparison, dimensions }: View, words: Words): DataColumn<Figure>[] => {
  const { tc, percent, whole } = words
  const refused = by !== WHOLE && refusalOf(comparison, by) !== null
  const figure = ({ row }: Figure) => (refused ? null : figureOf(row, by))
  const shown = (value: number | null) => (value === null ? '–' : percent(value))
  return [
    { id: 'name', head: tc('units'), value: ({ row }) => row.name },
    { id: 'round', head: tc('round'), value: ({ side }) => side.label, width: 14 },
    {
      id: 'population',
      head: tc('population'),
      value: ({ row }) => row.population,
      cell: ({ row }) => (row.population === null ? '–' : whole(row.population)),
      numeric: true,
      highFirst: true,
      width: 7.5,
    },
    {
      id: 'percent',
      head: by === WHOLE ? tc('percent') : words.dimension(by),
      value: figure,
      cell: one => shown(figure(one)),
      numeric: true,
      highFirst: true,
      width: 7,
    },
    {
      id: 'percentile',
      head: tc('percentileHead'),
      about: tc('percentile'),
      value: ({ percentile }) => (refused ? null : percentile),
      cell: ({ percentile }) => (percentile === null || refused ? '–' : words.percentile(percentile)),
      numeric: true,
      highFirst: true,
      width: 7,
    },
    ...dimensions
      .filter(id => id !== by && !refusalOf(comparison, id))
      .map(
        (id): DataColumn<Figure> => ({
          id,
          head: id,
          about: words.dimension(id),
          value: ({ row }) => figureOf(row, id),
          cell: ({ row }) => shown(figureOf(row, id)),
          numeric: true,
          highFirst: true,
          width: 5,
        }),
      ),
  ]
}

const fileOf = ({ dimensions, comparison, by, provenance }: View, rows: readonly Figure[], words: Words) => {
  const { tc } = words
  const compared = dimensions.filter(id => !refusalOf(comparison, id))
  const heads = ['unit', tc('units'), tc('country'), tc('round'), tc('population'), tc('percent')]
  return {
    columns: [
      ...heads,
      `${tc('percentile')}: ${words.dimension(by)}`,
      ...compared.map(words.dimension),
      'method',
    ].map(title => ({ title })),
    rows: rows.map(({ side, row, percentile }) => [
      row.unit,
      row.name,
      row.country,
      side.label,
      row.population,
      row.percent,
      percentile === null ? null : 100 * percentile,
      ...compared.map(id => figureOf(row, id)),
      `${provenance.method} ${provenance.source}`,
    ]),
  }
}

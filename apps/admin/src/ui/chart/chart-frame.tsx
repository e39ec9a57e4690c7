import { Button, Dropdown } from '@digdir/designsystemet-react'
import { BarChartIcon, DownloadIcon, TableIcon } from '@navikt/aksel-icons'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChartTable, Draw, LegendItem, Provenance } from './chart.ts'
import styles from './chart-frame.module.css'
import { ChartRows } from './chart-rows.tsx'
import { csvOf } from './csv.ts'
import { composePicture, download, pngBlob, svgBlob } from './export-picture.ts'
import { Legend } from './legend.tsx'
import { Picture } from './picture.tsx'

type Props = Provenance & {
  /** The finding, or the question that the picture answers. */
  title: string
  /** Unit, n, edition. */
  subtitle: string
  /** Of the heading: 2 straight under the page's title. */
  level?: 2 | 3 | 4
  legend?: readonly LegendItem[]
  table: ChartTable
  /** Name of exported files, without an ending. */
  file: string
  draw: Draw
  onPick?: (id: string | null) => void
  /** Choices that belong to this picture alone. */
  controls?: ReactNode
  /** What a reader must know before believing the picture. */
  notice?: ReactNode
}

/** Every chart: what it says, of whom and how, the picture or its figures, and the way to take it along. */
export function ChartFrame({
  title,
  subtitle,
  method,
  source,
  level = 2,
  legend = [],
  table,
  file,
  draw,
  onPick,
  controls,
  notice,
}: Props) {
  const { t } = useTranslation()
  const [asTable, setAsTable] = useState(false)
  const drawn = useRef<SVGElement>(null)
  const heading = useId()
  const Heading = `h${level}` as const
  const picture = () =>
    drawn.current && composePicture(drawn.current, { title, subtitle, method, source, legend })

  const saveCsv = () => download(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }), `${file}.csv`)
  const saveSvg = () => {
    const composed = picture()
    if (composed) download(svgBlob(composed), `${file}.svg`)
  }
  const savePng = async () => {
    const composed = picture()
    if (composed) download(await pngBlob(composed), `${file}.png`)
  }

  return (
    <figure className={styles.frame} aria-labelledby={heading}>
      <figcaption className={styles.caption}>
        <div className={styles.words}>
          <Heading id={heading}>{title}</Heading>
          <p>{subtitle}</p>
        </div>
        <div className={styles.tools}>
          {controls}
          <Button
            data-size="sm"
            variant="tertiary"
            aria-pressed={asTable}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <BarChartIcon aria-hidden /> : <TableIcon aria-hidden />}
            {t(asTable ? 'showAsChart' : 'showAsTable')}
          </Button>
          <Dropdown.TriggerContext>
            <Dropdown.Trigger data-size="sm" variant="tertiary">
              <DownloadIcon aria-hidden />
              {t('export')}
            </Dropdown.Trigger>
            <Dropdown data-size="sm">
              <Dropdown.List>
                <Dropdown.Item>
                  <Dropdown.Button onClick={saveCsv}>CSV</Dropdown.Button>
                </Dropdown.Item>
                {asTable ? null : (
                  <>
                    <Dropdown.Item>
                      <Dropdown.Button onClick={saveSvg}>SVG</Dropdown.Button>
                    </Dropdown.Item>
                    <Dropdown.Item>
                      <Dropdown.Button onClick={savePng}>PNG</Dropdown.Button>
                    </Dropdown.Item>
                  </>
                )}
              </Dropdown.List>
            </Dropdown>
          </Dropdown.TriggerContext>
        </div>
      </figcaption>
      {notice}
      {asTable ? (
        <ChartRows caption={title} table={table} />
      ) : (
        <>
          <Legend items={legend} />
          <Picture draw={draw} label={`${title} – ${subtitle}`} drawn={drawn} onPick={onPick} />
        </>
      )}
      <p className={styles.source}>
        {method} {source}
      </p>
    </figure>
  )
}

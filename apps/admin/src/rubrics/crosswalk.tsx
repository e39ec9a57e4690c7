import { formatShare } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import { ScrollArea } from '../ui/scroll-area.tsx'
import { Empty } from '../ui/states.tsx'
import styles from './crosswalk.module.css'
import { crosswalkMatrix } from './crosswalk-matrix.ts'
import part from './rubrics.module.css'
import type { RubricView } from './rubrics.ts'

/** Criteria down, dimensions across; each cell says how much of the criterion is about the dimension. */
export function Crosswalk({ view }: { view: RubricView }) {
  const { t: frame, i18n } = useTranslation()
  const { t } = useTranslation('rubrics')
  const locale = useLocale()
  const dimensions = view.framework?.dimensions ?? []
  const matrix = useMemo(
    () => crosswalkMatrix(view.rubric, view.framework?.dimensions.map(one => one.id) ?? []),
    [view],
  )
  if (matrix.rows.length === 0) return <Empty title={t('crosswalkNone')} text={t('crosswalkNoneText')} />
  const shown = (share: number) => (share === 0 ? '' : formatShare(share, { decimals: 0, locale }))
  const nameOf = (id: string) => frame(`dimension.${id as 'GOV'}`, { defaultValue: id })
  const language = i18n.language as 'nb'
  return (
    <section className={part.part} aria-labelledby="crosswalk">
      <h2 id="crosswalk">{t('crosswalkTitle')}</h2>
      <p className="ts-muted">{t('crosswalkText')}</p>
      <ScrollArea className={part.scroll} label={t('part.crosswalk')}>
        <table className={styles.matrix}>
          <thead>
            <tr>
              <th scope="col">{t('criterion')}</th>
              {dimensions.map(({ id }) => (
                <th key={id} scope="col">
                  <abbr title={nameOf(id)}>{id}</abbr>
                </th>
              ))}
            </tr>
          </thead>
          {[...Map.groupBy(matrix.rows, row => row.area)].map(([area, rows]) => (
            <tbody key={area}>
              <tr>
                <th scope="rowgroup" colSpan={dimensions.length + 1} className={styles.area}>
                  {area}
                </th>
              </tr>
              {rows.map(({ path, title, shares }) => (
                <tr key={path}>
                  <th scope="row">{title}</th>
                  {shares.map((share, at) => (
                    <td key={dimensions[at]?.id} data-step={Math.ceil(share * 4)}>
                      {shown(share)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {matrix.totals.map((share, at) => (
                <td key={dimensions[at]?.id}>{share === 0 ? '–' : shown(share)}</td>
              ))}
            </tr>
          </tfoot>
        </table>
      </ScrollArea>
      {matrix.unmapped.length > 0 && <p>{t('unmapped', { names: matrix.unmapped.join(', ') })}</p>}
      <h3>{t('dimensions')}</h3>
      <dl className={styles.dimensions}>
        {dimensions.map(({ id, definition }) => (
          <div key={id}>
            <dt>
              <code>{id}</code> {nameOf(id)}
            </dt>
            <dd>{definition[language] ?? definition.en}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

import { Alert, Button } from '@digdir/designsystemet-react'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import { isLeaf } from '@tumstock/rubric/tree'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { combineSentence } from '../results/combine-words.ts'
import { missingWords } from '../results/reason-words.ts'
import { scoringWords } from '../results/scoring-words.ts'
import { useLocale } from '../ui/locale.ts'
import { Empty } from '../ui/states.tsx'
import { MarkTag } from '../ui/tags.tsx'
import { useEntryNames } from '../units/use-entry-names.ts'
import styles from './criteria.module.css'
import { assumedWeights, type CriterionRow, criterionRows } from './criterion-rows.ts'
import type { RubricView } from './rubrics.ts'

/** The criteria as a tree that opens: worth first, and inside what each reads, how it scores and why. */
export function CriteriaTree({ view }: { view: RubricView }) {
  const { t } = useTranslation('rubrics')
  const { rubric } = view
  const rows = useMemo(() => criterionRows(rubric), [rubric])
  const entryName = useEntryNames(rubric)
  // A change of this key makes the whole tree anew, open or closed.
  const [all, setAll] = useState({ open: false, turn: 0 })
  if (rows.length === 0) return <Empty title={t('criteriaNone')} text={t('criteriaNoneText')} />
  const assumed = assumedWeights(rows)
  const scale = { ...rubric.scale, decimals: whole(rows) ? 0 : 1 }
  return (
    <section className={styles.criteria} aria-labelledby="criteria">
      <div className={styles.head}>
        <div>
          <h2 id="criteria">{t('criteriaTitle')}</h2>
          <p className="ts-muted">{t('criteriaText')}</p>
        </div>
        <Button
          data-size="sm"
          variant="secondary"
          onClick={() => setAll(({ open, turn }) => ({ open: !open, turn: turn + 1 }))}
        >
          {t(all.open ? 'closeAll' : 'openAll')}
        </Button>
      </div>
      {assumed > 0 && (
        <Alert data-color="warning" data-size="sm">
          {t('assumedCount', { count: assumed })}
        </Alert>
      )}
      <ul className={styles.tree} key={all.turn}>
        {rows.map(row => (
          <Node key={row.path} row={row} scale={scale} open={all.open} entryName={entryName} />
        ))}
      </ul>
    </section>
  )
}

/** Points as whole numbers only where all of them are. */
const whole = (rows: readonly CriterionRow[]): boolean =>
  rows.every(row => Number.isInteger(row.points) && whole(row.children))

type EntryName = (id: string) => string
type NodeProps = {
  row: CriterionRow
  scale: RubricView['rubric']['scale']
  open: boolean
  entryName: EntryName
}

function Node({ row, scale, open, entryName }: NodeProps) {
  const { t } = useTranslation('rubrics')
  const locale = useLocale()
  const { criterion, effectiveWeight, points, children } = row
  return (
    <li>
      <details open={open} className={styles.node}>
        <summary>
          <span className={styles.title}>{criterion.title}</span>
          {row.weightStatus && row.weightStatus !== 'sourced' && <MarkTag mark={row.weightStatus} />}
          <span className={styles.worth}>
            {effectiveWeight === 0 ? (
              <span className="ts-muted">{t('notCounted')}</span>
            ) : (
              <>
                <strong>
                  {t('points', {
                    points: formatNumber(points, { decimals: scale.decimals, locale }),
                    unit: scale.unit,
                  })}
                </strong>
                <small>{formatShare(effectiveWeight, { decimals: 1, locale })}</small>
              </>
            )}
          </span>
          <meter className={styles.bar} min={0} max={1} value={effectiveWeight} aria-hidden />
        </summary>
        <Inside row={row} entryName={entryName} />
        {children.length > 0 && (
          <ul className={styles.tree}>
            {children.map(child => (
              <Node key={child.path} row={child} scale={scale} open={open} entryName={entryName} />
            ))}
          </ul>
        )}
      </details>
    </li>
  )
}

function Inside({ row, entryName }: { row: CriterionRow; entryName: EntryName }) {
  const { t } = useTranslation('rubrics')
  const { t: frame } = useTranslation()
  const { t: tell } = useTranslation('explanation')
  const locale = useLocale()
  const { criterion } = row
  const telling = { t: tell, locale, entryName }
  const lines: [head: string, text: ReactNode][] = [[t('why'), criterion.why]]
  if (isLeaf(criterion)) {
    lines.push(
      [t('reads'), row.reads.length > 0 ? <Texts key="reads" texts={row.reads} /> : t('readsNone')],
      [
        t('scores'),
        <>
          {scoringWords(criterion.scoring, telling).join(' ')}{' '}
          {row.scoringStatus && row.scoringStatus !== 'sourced' && <MarkTag mark={row.scoringStatus} />}
        </>,
      ],
    )
    if (criterion.scoring.by === 'panel')
      lines.push([
        t('panelScale'),
        <Texts key="scale" texts={criterion.scoring.scale.map(({ text, points }) => `${points}: ${text}`)} />,
      ])
    lines.push([t('stage'), frame(`stage.${criterion.stage}`)])
  } else lines.push([t('combines'), combineSentence(criterion.combine, tell, locale)])
  lines.push([t('missingHead'), missingWords(criterion.missing, telling)])
  if (row.onlyIn.length > 0) lines.push([t('onlyIn'), row.onlyIn.join(', ')])
  return (
    <dl className={styles.inside}>
      {lines.map(([head, text]) => (
        <div key={head}>
          <dt>{head}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}

const Texts = ({ texts }: { texts: readonly string[] }) => (
  <ul className={styles.texts}>
    {texts.map(text => (
      <li key={text}>{text}</li>
    ))}
  </ul>
)

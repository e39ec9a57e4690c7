import { ChevronRightIcon } from '@navikt/aksel-icons'
import { formatNumber, formatShare, roundHalfUp } from '@tumstock/engine/display'
import type { Explanation as Node } from '@tumstock/engine/results'
import { mayLeaveScale } from '@tumstock/rubric/relative'
import { criterionAt } from '@tumstock/rubric/tree'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import styles from './explanation.module.css'
import { ExplanationReason } from './explanation-reason.tsx'
import { RestsTag } from './rests-tag.tsx'
import { ScoreBar } from './score-bar.tsx'
import { type Told, titleOf } from './told.ts'

type Props = {
  node: Node
  parent: Node | null
  told: Told
  open: ReadonlySet<string>
  toggle: (path: string) => void
}

/** One part with its points, and once it is open what they rest on. */
export function ExplanationNode({ node, parent, told, open, toggle }: Props) {
  const { t } = useTranslation('explanation')
  const id = useId()
  const isOpen = open.has(node.path)
  return (
    <li className={styles.node} data-root={parent === null}>
      <div className={styles.row}>
        <span className={styles.named}>
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => toggle(node.path)}>
            <ChevronRightIcon aria-hidden />
            {parent === null ? t('total') : titleOf(told.rubric, node)}
          </button>
          <RestsTag on={told.restsOn(node.path)} />
        </span>
        {node.value !== null && <ScoreBar value={node.value} />}
        <Points node={node} rubric={told.rubric} />
      </div>
      <div id={id} className={styles.body} hidden={!isOpen}>
        {isOpen && (
          <>
            <ExplanationReason node={node} parent={parent} told={told} />
            {node.children.length > 0 && (
              <ul className={styles.tree}>
                {node.children.map(child => (
                  <ExplanationNode
                    key={child.path}
                    node={child}
                    parent={node}
                    told={told}
                    open={open}
                    toggle={toggle}
                  />
                ))}
                <Sum node={node} />
              </ul>
            )}
          </>
        )}
      </div>
    </li>
  )
}

const usePoints = () => {
  const locale = useLocale()
  return (value: number) => formatNumber(value, { decimals: DECIMALS, locale })
}

/** Points of the most to be had; where the parts have none of their own, the value; where there is neither, why. */
export function Points({ node, rubric }: { node: Node; rubric: Told['rubric'] }) {
  const { t } = useTranslation('explanation')
  const { t: steps } = useTranslation('steps')
  const locale = useLocale()
  const points = usePoints()
  const open = mayLeaveScale(criterionAt(rubric, node.path) ?? rubric)
  if (node.points !== null && node.outOf !== null)
    return (
      <span className={styles.points} data-numeric>
        <strong>{points(node.points)}</strong>
        {!open && ` ${t('of')} ${points(node.outOf)}`}
        {isImputed(node) && <small>{steps('imputed')}</small>}
        {node.outcome !== 'scored' && <small>{t(`outcome.${node.outcome}`)}</small>}
      </span>
    )
  if (node.outcome !== 'scored') return <span className={styles.points}>{t(`outcome.${node.outcome}`)}</span>
  return (
    <span className={styles.points} data-numeric>
      {t(open ? 'valueOpen' : 'valueOnly', { value: formatShare(node.value ?? 0, { decimals: 1, locale }) })}
      {isImputed(node) && <small>{steps('imputed')}</small>}
    </span>
  )
}

/** Scored from a number that a step put there. */
const isImputed = ({ reason }: Node): boolean =>
  reason.kind === 'rule' && reason.reads.some(({ trail }) => trail?.some(({ did }) => did === 'imputed'))

/** Decimals of points: two more than the total is shown with, so that parts can be added up by hand. */
const DECIMALS = 2

const shownAs = (value: number) => Number(roundHalfUp(value, DECIMALS))

/** The line under a column of figures; only where the parts have points that add up. */
function Sum({ node }: { node: Node }) {
  const { t } = useTranslation('explanation')
  const points = usePoints()
  if (node.points === null || node.children.every(child => child.points === null)) return null
  const parts = node.children.map(child => child.points ?? 0)
  const sum = parts.reduce((total, part) => total + part, 0)
  const byHand = parts.reduce((total, part) => total + shownAs(part), 0)
  return (
    <li className={styles.sum}>
      <span>
        {t('sum')}
        {shownAs(byHand) !== shownAs(sum) && <small>{t('sumRounded')}</small>}
      </span>
      <strong data-numeric>{points(sum)}</strong>
    </li>
  )
}

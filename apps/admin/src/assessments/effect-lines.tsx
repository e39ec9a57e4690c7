import { formatNumber } from '@tumstock/engine/display'
import type { RubricData } from '@tumstock/rubric/contract'
import { criterionAt } from '@tumstock/rubric/tree'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Finding } from './assessing.ts'
import styles from './assessments.module.css'

/** Decimals of points: as many as the explanation of a score shows. */
export const POINT_DECIMALS = 2

/** What a finding does to the points of each criterion that reads the question. */
export function EffectLines({ finding, rubric }: { finding: Finding; rubric: RubricData }) {
  const { t } = useTranslation('assessing')
  const locale = useLocale()
  const number = (value: number) => formatNumber(value, { decimals: POINT_DECIMALS, locale })
  const changed = finding.effects.filter(one => one.points !== 0)
  if (finding.effects.length === 0) return null
  if (changed.length === 0) return <p className={styles.fine}>{t('found.pointsNone')}</p>
  return (
    <ul className={styles.effects}>
      {changed.map(({ path, title: base, points, before, after, outOf }) => {
        const title = criterionAt(rubric, path)?.title ?? base
        if (points === null)
          return (
            <li key={path}>
              {t(before !== null && after === null ? 'found.pointsLeftOut' : 'found.pointsUnknown', {
                title,
              })}
            </li>
          )
        return (
          <li key={path} data-sign={Math.sign(points)}>
            {t('found.points', {
              title,
              points: `${points > 0 ? '+' : ''}${number(points)}`,
              outOf: number(outOf),
            })}
          </li>
        )
      })}
    </ul>
  )
}

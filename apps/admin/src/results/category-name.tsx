import type { RubricData } from '@tumstock/rubric/contract'
import { useTranslation } from 'react-i18next'
import { categoryColour } from '../ui/colours.ts'
import styles from './results.module.css'

type Props = { rubric: Pick<RubricData, 'categories'>; category: string | null }

/** A category with the colour that it has everywhere. */
export function CategoryName({ rubric, category }: Props) {
  const { t } = useTranslation('results')
  if (category === null) return <span className="ts-muted">{t('noCategory')}</span>
  const colour = categoryColour(Object.keys(rubric.categories).indexOf(category))
  return (
    <span className={styles.swatched}>
      <span className={styles.swatch} style={{ background: colour }} aria-hidden />
      {rubric.categories[category]?.title ?? category}
    </span>
  )
}

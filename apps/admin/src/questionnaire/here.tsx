import { useTranslation } from 'react-i18next'
import { useAnswering } from './answering.ts'
import { Initials } from './initials.tsx'
import styles from './questionnaire.module.css'

/** Who else has the questionnaire open. */
export function Here() {
  const { t } = useTranslation('answering')
  const { view, me } = useAnswering()
  const others = view.here.filter(one => one.id !== me)
  if (others.length === 0) return null
  return (
    <p className={styles.here}>
      <Initials people={others} label={t('here.also')} />
      <span aria-hidden>{t('here.count', { count: others.length })}</span>
    </p>
  )
}

import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Area } from './areas.ts'
import styles from './assessments.module.css'
import { toQuestion } from './in-hand.ts'
import { sheetSearch } from './sheet-search.ts'

/** The parts of the questionnaire with how far each was checked; choosing one leads to its first question. */
export function AreasNav({ areas }: { areas: readonly Area[] }) {
  const { t } = useTranslation('assessing')
  const navigate = useNavigate({ from: '/rounds/$round/assess/$entry' })
  const go = async (question: string) => {
    await navigate({ search: sheetSearch({ q: question }), replace: true, resetScroll: false })
    toQuestion(question)
  }
  return (
    <nav className={styles.areas} aria-label={t('sheet.areas')}>
      <ul>
        {areas.map(({ title, questions, checked }) => (
          <li key={title}>
            <button type="button" onClick={() => void go(questions[0] ?? '')}>
              <span>{title || t('sheet.noArea')}</span>
              <span data-numeric data-done={checked === questions.length}>
                {t('queue.progress', { checked, of: questions.length })}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

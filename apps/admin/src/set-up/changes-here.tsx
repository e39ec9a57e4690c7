import { Button } from '@digdir/designsystemet-react'
import { ArrowUndoIcon } from '@navikt/aksel-icons'
import { useTranslation } from 'react-i18next'
import styles from './set-up.module.css'
import { useEditing } from './use-draft.ts'
import { usePathWords } from './use-path-words.ts'

/** What was changed on this visit, newest first; each can be taken back. */
export function ChangesHere() {
  const { t } = useTranslation('setUp')
  const { state, undo } = useEditing()
  const words = usePathWords()
  if (state.steps.length === 0) return null
  return (
    <section className={styles.changes} aria-labelledby="changes-here">
      <h2 id="changes-here">{t('changedHere', { count: state.steps.length })}</h2>
      <ul>
        {state.steps
          .toReversed()
          .slice(0, 12)
          .map(step => (
            <li key={step.id}>
              <span>{words(step.about)}</span>
              <Button
                icon
                variant="tertiary"
                data-size="sm"
                aria-label={t('undoOne', { what: words(step.about) })}
                onClick={() => undo(step.id)}
              >
                <ArrowUndoIcon aria-hidden />
              </Button>
            </li>
          ))}
      </ul>
    </section>
  )
}

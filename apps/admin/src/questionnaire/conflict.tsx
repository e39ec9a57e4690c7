import { Alert, Button, Heading, Textfield } from '@digdir/designsystemet-react'
import type { Question } from '@tumstock/rubric/contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { answerText } from './answer-text.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'
import type { Standing } from './unsent.ts'

type Props = { name: string; question: Question; standing: Standing }

/** Two people changed one answer: both are shown, and one decides. */
export function Conflict({ name, question, standing }: Props) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const { shown, decide, me } = useAnswering()
  const mine = shown[name] ?? null
  const { author, at } = standing
  const who = author === null ? t('conflict.somebody') : author.id === me ? t('conflict.you') : author.name
  const words = { t, locale }
  return (
    <Alert data-color="warning" data-size="sm" role="alert">
      <Heading level={3} data-size="2xs">
        {at === null ? t('conflict.removed') : t('conflict.title', { name: who, at: formatTime(at, locale) })}
      </Heading>
      <dl className={styles.sides}>
        <dt>{t('conflict.mine')}</dt>
        <dd>{answerText(question, mine, words)}</dd>
        <dt>{t('conflict.theirs', { name: who })}</dt>
        <dd>{answerText(question, standing.value, words)}</dd>
      </dl>
      <div className={styles.buttons}>
        <Button data-size="sm" onClick={() => decide(name, { mine })}>
          {t('conflict.keepMine')}
        </Button>
        <Button data-size="sm" variant="secondary" onClick={() => decide(name, 'theirs')}>
          {t('conflict.takeTheirs')}
        </Button>
      </div>
      {question.type === 'text' && (
        <Together
          texts={[standing.value, mine].filter(one => typeof one === 'string')}
          decide={text => decide(name, { mine: text })}
        />
      )}
    </Alert>
  )
}

/** Both texts in one field, to be made into one. */
function Together({ texts, decide }: { texts: readonly string[]; decide: (text: string) => void }) {
  const { t } = useTranslation('answering')
  const [text, setText] = useState<string | null>(null)
  if (text === null)
    return (
      <Button data-size="sm" variant="tertiary" onClick={() => setText(texts.join('\n\n'))}>
        {t('conflict.together')}
      </Button>
    )
  return (
    <div className={styles.together}>
      <Textfield
        label={t('conflict.bothLabel')}
        multiline
        rows={6}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <Button
        data-size="sm"
        variant="secondary"
        disabled={text.trim() === ''}
        onClick={() => decide(text.trim())}
      >
        {t('conflict.saveBoth')}
      </Button>
    </div>
  )
}

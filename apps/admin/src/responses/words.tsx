import { Tabs, Textfield } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import styles from './responses.module.css'
import type { Preview } from './responses.ts'

type Letter = Preview['letters'][number]
export type Wording = Partial<Record<Letter['language'], Letter['words']>>

type Props = {
  letters: readonly Letter[]
  wording: Wording
  setWording: (wording: Wording) => void
}

/** The letter in each language that somebody reads, to change, and how the first of them will read it. */
export function Words({ letters, wording, setWording }: Props) {
  const { t } = useTranslation('responses')
  const [first] = letters
  if (!first) return null
  return (
    <Tabs defaultValue={first.language} data-size="sm">
      <Tabs.List>
        {letters.map(({ language }) => (
          <Tabs.Tab key={language} value={language}>
            {t(`remind.language.${language}`)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {letters.map(letter => (
        <Tabs.Panel key={letter.language} value={letter.language}>
          <OneLanguage
            letter={letter}
            words={wording[letter.language] ?? letter.words}
            setWords={words => setWording({ ...wording, [letter.language]: words })}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}

type OneProps = { letter: Letter; words: Letter['words']; setWords: (words: Letter['words']) => void }

function OneLanguage({ letter, words, setWords }: OneProps) {
  const { t } = useTranslation('responses')
  return (
    <div className={styles.words}>
      <div className={styles.fields}>
        <p className="ts-muted">{t('remind.letters', { count: letter.count })}</p>
        <Textfield
          data-size="sm"
          label={t('remind.subject')}
          value={words.subject}
          maxLength={200}
          onChange={event => setWords({ ...words, subject: event.target.value })}
        />
        <Textfield
          data-size="sm"
          multiline
          rows={8}
          label={t('remind.text')}
          description={t('remind.blanks')}
          value={words.text}
          maxLength={10_000}
          onChange={event => setWords({ ...words, text: event.target.value })}
        />
      </div>
      <figure className={styles.letter}>
        <figcaption>{t('remind.example', { entry: letter.example.entry })}</figcaption>
        <strong>{letter.example.subject}</strong>
        <pre>{letter.example.text}</pre>
      </figure>
    </div>
  )
}

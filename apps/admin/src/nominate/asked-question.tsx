import { Button, Checkbox, Fieldset, Radio, Textfield } from '@digdir/designsystemet-react'
import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './nominate.module.css'
import type { Form } from './nomination.ts'

type Asked = Form['questions'][number]
type Given = { value: AnswerValue | null; answer: (value: AnswerValue | null) => void }
type Props = Given & { question: Asked }
type Chosen = Extract<Question, { type: 'choice' | 'multiple' }>

/** One question to a nominator, who may leave it out. */
export function AskedQuestion({ question, value, answer }: Props) {
  if (isChosen(question)) return <Options question={question} value={value} answer={answer} />
  return <Field question={question} value={value} answer={answer} />
}

const isChosen = (question: Question): question is Chosen => 'options' in question

function Options({ question, value, answer }: Given & { question: Chosen }) {
  const { t } = useTranslation('nominations')
  const name = useId()
  const options = Object.entries(question.options).map(([id, { text }]) => ({ id, text }))
  const exits = [
    ...(question.unknown ? [{ id: DONT_KNOW, text: t('form.dontKnow') }] : []),
    ...(question.notApplicable ? [{ id: NOT_APPLICABLE, text: t('form.notApplicable') }] : []),
  ]
  const chosen: readonly string[] = typeof value === 'object' && value !== null ? value : []
  const toggle = (id: string) => {
    const next = chosen.includes(id) ? chosen.filter(one => one !== id) : [...chosen, id]
    answer(next.length === 0 ? null : next)
  }
  return (
    <Fieldset>
      <Fieldset.Legend>{question.text}</Fieldset.Legend>
      {question.help && <Fieldset.Description>{question.help}</Fieldset.Description>}
      {question.type === 'multiple' &&
        options.map(({ id, text }) => (
          <Checkbox
            key={id}
            label={text}
            value={id}
            checked={chosen.includes(id)}
            onChange={() => toggle(id)}
          />
        ))}
      {(question.type === 'multiple' ? exits : [...options, ...exits]).map(({ id, text }) => (
        <Radio
          key={id}
          name={name}
          label={text}
          value={id}
          checked={value === id}
          onChange={() => answer(id)}
        />
      ))}
      {value !== null && (
        <Button variant="tertiary" data-size="sm" className={styles.clear ?? ''} onClick={() => answer(null)}>
          {t('form.clear')}
        </Button>
      )}
    </Fieldset>
  )
}

function Field({ question, value, answer }: Props) {
  const { type, text, help } = question
  const common = {
    label: text,
    ...(help !== undefined && { description: help }),
    value: value === null ? '' : String(value),
  }
  if (type === 'text')
    return (
      <Textfield
        {...common}
        multiline
        rows={5}
        maxLength={10_000}
        onChange={({ target }) => answer(target.value === '' ? null : target.value)}
      />
    )
  return (
    <Textfield
      {...common}
      type={type === 'date' || type === 'url' ? type : 'text'}
      onChange={({ target }) => answer(target.value === '' ? null : target.value)}
    />
  )
}

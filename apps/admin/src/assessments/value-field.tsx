import { Checkbox, Field, Fieldset, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { type AnswerValue, DONT_KNOW, NOT_APPLICABLE, parseAnswer } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'

type Props = {
  question: Question
  value: AnswerValue | null | undefined
  change: (value: AnswerValue | null | undefined) => void
}

/** What stands instead of a claim: an answer to the question, or that nothing shows it. */
export function ValueField({ question, value, change }: Props) {
  const { t } = useTranslation('assessing')
  const nothing = (
    <Checkbox
      data-size="sm"
      label={t('find.nothing')}
      description={t('find.nothingHelp')}
      checked={value === null}
      onChange={event => change(event.target.checked ? null : undefined)}
    />
  )
  if (question.type === 'choice') return <Choice question={question} value={value} change={change} />
  return (
    <>
      {value !== null &&
        (question.type === 'multiple' ? (
          <Several question={question} value={value} change={change} />
        ) : (
          <Written question={question} value={value} change={change} />
        ))}
      {nothing}
    </>
  )
}

type Optioned = Question & { type: 'choice' | 'multiple' }

/** No option's id. */
const NOTHING = ' '
const OPEN = ''

function Choice({ question, value, change }: Props & { question: Optioned }) {
  const { t } = useTranslation('assessing')
  const { t: explain } = useTranslation('explanation')
  const id = useId()
  const chosen = value === undefined ? OPEN : value === null ? NOTHING : String(value)
  return (
    <Field data-size="sm">
      <Label htmlFor={id}>{t('find.value')}</Label>
      <Select
        id={id}
        value={chosen}
        onChange={({ target }) =>
          change(target.value === NOTHING ? null : target.value === OPEN ? undefined : target.value)
        }
      >
        <option value={OPEN}>{t('find.choose')}</option>
        {Object.entries(question.options).map(([option, { text }]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
        {question.unknown && <option value={DONT_KNOW}>{explain('dontKnow')}</option>}
        {question.notApplicable && <option value={NOT_APPLICABLE}>{explain('notApplicable')}</option>}
        <option value={NOTHING}>{t('find.nothing')}</option>
      </Select>
    </Field>
  )
}

function Several({ question, value, change }: Props & { question: Optioned }) {
  const { t } = useTranslation('assessing')
  const chosen = Array.isArray(value) ? (value as readonly string[]) : []
  const toggle = (option: string, on: boolean) =>
    change(on ? [...chosen, option] : chosen.filter(one => one !== option))
  return (
    <Fieldset data-size="sm">
      <Fieldset.Legend>{t('find.value')}</Fieldset.Legend>
      {Object.entries(question.options).map(([option, { text }]) => (
        <Checkbox
          key={option}
          label={text}
          checked={chosen.includes(option)}
          onChange={event => toggle(option, event.target.checked)}
        />
      ))}
    </Fieldset>
  )
}

/** Taken over when the field is left, so that half a number is not saved. */
function Written({ question, value, change }: Props) {
  const { t } = useTranslation('assessing')
  const [text, setText] = useState(value === undefined ? '' : String(value))
  const [bad, setBad] = useState(false)
  const isNumber = question.type === 'number' || question.type === 'share'
  const leave = () => {
    const parsed = parseAnswer(question, text)
    setBad('problem' in parsed)
    if (!('problem' in parsed)) change(parsed.value ?? undefined)
  }
  return (
    <Textfield
      data-size="sm"
      label={t('find.value')}
      type={question.type === 'date' ? 'date' : 'text'}
      inputMode={isNumber ? 'decimal' : undefined}
      {...suffixOf(question)}
      value={text}
      error={bad ? t(isNumber ? 'find.notANumber' : 'find.notTaken') : undefined}
      onChange={event => setText(event.target.value)}
      onBlur={leave}
    />
  )
}

const suffixOf = (question: Question): { suffix?: string } => {
  if (question.type === 'share') return { suffix: '%' }
  return 'unit' in question && question.unit !== undefined ? { suffix: question.unit } : {}
}

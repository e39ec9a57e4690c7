import {
  Button,
  Checkbox,
  Fieldset,
  Field as FormField,
  Label,
  Paragraph,
  Select,
  Textfield,
} from '@digdir/designsystemet-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { useLocale } from '../ui/locale.ts'
import { answerWords, askedText } from './answer-words.ts'
import { CATEGORY, type Correction, type Field, fieldOf, givenValue } from './correction.ts'
import styles from './dialogs.module.css'
import type { Results } from './results.ts'
import { useRubric } from './use-results.ts'

type Props = { round: Round; results: Results; add: (change: Correction) => void }

/** One thing of one entry and what it should have been. */
export function AddChange({ round, results, add }: Props) {
  const { t } = useTranslation('results')
  const locale = useLocale()
  const rubric = useRubric(round.id) ?? round.rubric
  const [entry, setEntry] = useState('')
  const [what, setWhat] = useState('')
  const [given, setGiven] = useState<string[]>([])
  const rows = results.rows.toSorted((a, b) => a.name.localeCompare(b.name, locale))
  const field: Field =
    what === CATEGORY
      ? {
          kind: 'options',
          many: false,
          options: Object.entries(rubric.categories).map(([id, { title }]) => ({ id, text: title })),
        }
      : fieldOf(rubric, what)
  const value = givenValue(field, given)
  const choose = (id: string) => {
    setWhat(id)
    setGiven([])
  }
  const put = () => {
    if (value === undefined) return
    add(
      what === CATEGORY
        ? { entry, category: typeof value === 'string' ? value : null }
        : { entry, question: what, value },
    )
    choose('')
  }
  return (
    <div className={styles.change}>
      <Choice label={t('correct.entry')} value={entry} choose={setEntry}>
        {rows.map(row => (
          <Select.Option key={row.entry} value={row.entry}>
            {row.name}
          </Select.Option>
        ))}
      </Choice>
      <Choice label={t('correct.what')} value={what} choose={choose}>
        <Select.Option value={CATEGORY}>{t('correct.categoryOf')}</Select.Option>
        {[...Object.keys(rubric.questions), ...Object.keys(rubric.indicators)].map(id => (
          <Select.Option key={id} value={id}>
            {askedText(rubric, id)}
          </Select.Option>
        ))}
      </Choice>
      {entry !== '' && what !== '' && (
        <>
          <Now round={round} results={results} entry={entry} what={what} />
          <NewValue field={field} given={given} setGiven={setGiven} wrong={value === undefined} />
          <div>
            <Button data-size="sm" variant="secondary" disabled={value === undefined} onClick={put}>
              {t('correct.add')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

type NowProps = Omit<Props, 'add'> & { entry: string; what: string }

function Now({ round, results, entry, what }: NowProps) {
  const { t } = useTranslation('results')
  const { t: explain } = useTranslation('explanation')
  const locale = useLocale()
  const rubric = useRubric(round.id) ?? round.rubric
  const answers = useQuery(trpc.entries.answers.queryOptions({ round: round.id, entry }))
  const category = results.rows.find(row => row.entry === entry)?.category ?? null
  const claim = answers.data?.answers.find(one => one.question === what && one.layer === 'claim')
  const value =
    what === CATEGORY
      ? category === null
        ? t('noCategory')
        : (rubric.categories[category]?.title ?? category)
      : answerWords(rubric, what, claim?.value ?? null, { t: explain, locale })
  return <Paragraph>{answers.data ? t('correct.now', { value }) : ' '}</Paragraph>
}

type ValueProps = { field: Field; given: string[]; setGiven: (given: string[]) => void; wrong: boolean }

function NewValue({ field, given, setGiven, wrong }: ValueProps) {
  const { t } = useTranslation('results')
  const label = t('correct.value')
  const [first = ''] = given
  if (field.kind === 'options' && field.many)
    return (
      <Fieldset>
        <Fieldset.Legend>{label}</Fieldset.Legend>
        {field.options.map(({ id, text }) => (
          <Checkbox
            key={id}
            value={id}
            label={text}
            checked={given.includes(id)}
            onChange={() => setGiven(given.includes(id) ? given.filter(one => one !== id) : [...given, id])}
          />
        ))}
      </Fieldset>
    )
  if (field.kind === 'options')
    return (
      <Choice label={label} value={first} choose={id => setGiven([id])} none={t('correct.noValue')}>
        {field.options.map(({ id, text }) => (
          <Select.Option key={id} value={id}>
            {text}
          </Select.Option>
        ))}
      </Choice>
    )
  return (
    <Textfield
      label={label}
      value={first}
      inputMode={field.kind === 'number' ? 'decimal' : 'text'}
      error={wrong && t('correct.badNumber')}
      onChange={event => setGiven([event.target.value])}
    />
  )
}

type ChoiceProps = {
  label: string
  value: string
  choose: (value: string) => void
  /** In words, where nothing chosen is a choice. */
  none?: string
  children: ReactNode
}

function Choice({ label, value, choose, none, children }: ChoiceProps) {
  const { t } = useTranslation('results')
  const id = useId()
  return (
    <FormField>
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={event => choose(event.target.value)}>
        <Select.Option value="">{none ?? t('correct.choose')}</Select.Option>
        {children}
      </Select>
    </FormField>
  )
}

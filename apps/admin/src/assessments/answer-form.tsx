import { Button, Field, Fieldset, Label, Radio, Textarea } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AnswerValue } from '@tumstock/rubric/answers'
import type { Question } from '@tumstock/rubric/contract'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import type { FindingLayer } from './assessing.ts'
import styles from './assessments.module.css'
import { ValueField } from './value-field.tsx'

type Props = { round: string; entry: string; id: string; layer: FindingLayer; question: Question }

/** The answer to what an entry replied: the finding stays, or is written anew. Said once. */
export function AnswerForm({ round, entry, id, layer, question }: Props) {
  const { t } = useTranslation('assessing')
  const cache = useQueryClient()
  const name = useId()
  const field = useId()
  const [outcome, setOutcome] = useState<'kept' | 'changed' | null>(null)
  const [value, setValue] = useState<AnswerValue | null | undefined>(undefined)
  const [answer, setAnswer] = useState('')
  const send = useMutation(
    trpc.replies.answer.mutationOptions({
      onSuccess: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: trpc.assessments.sheet.queryKey({ round, entry }) }),
          cache.invalidateQueries({ queryKey: trpc.assessments.queue.queryKey({ round }) }),
        ]),
    }),
  )
  const ready = answer.trim() !== '' && (outcome === 'kept' || (outcome === 'changed' && value !== undefined))
  const submit = () => {
    const about = { round, entry, question: id, layer, answer }
    if (outcome === 'kept') send.mutate({ ...about, outcome })
    if (outcome === 'changed' && value !== undefined)
      send.mutate({
        ...about,
        outcome,
        value: Array.isArray(value) ? [...value] : (value as string | number | null),
      })
  }
  return (
    <div className={styles.form}>
      <Fieldset data-size="sm">
        <Fieldset.Legend>{t('reply.answer')}</Fieldset.Legend>
        {(['kept', 'changed'] as const).map(one => (
          <Radio
            key={one}
            name={name}
            value={one}
            label={t(one === 'kept' ? 'reply.keep' : 'reply.changeTo')}
            checked={outcome === one}
            onChange={() => setOutcome(one)}
          />
        ))}
      </Fieldset>
      {outcome === 'changed' && <ValueField question={question} value={value} change={setValue} />}
      {outcome !== null && (
        <Field data-size="sm">
          <Label htmlFor={field}>{t('reply.answerNeeded')}</Label>
          <Textarea
            id={field}
            rows={2}
            maxLength={5000}
            value={answer}
            onChange={event => setAnswer(event.target.value)}
          />
        </Field>
      )}
      {send.error && <Problem error={send.error} />}
      {outcome !== null && (
        <Button data-size="sm" disabled={!ready} loading={send.isPending} onClick={submit}>
          {t('reply.sendAnswer')}
        </Button>
      )}
    </div>
  )
}

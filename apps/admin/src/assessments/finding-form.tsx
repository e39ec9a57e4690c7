import { Button, Field, Fieldset, Label, Radio, Textarea } from '@digdir/designsystemet-react'
import type { Question } from '@tumstock/rubric/contract'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Round } from '../rounds/round.ts'
import { CONFIDENCES, type FindingLayer, type Item, SURE } from './assessing.ts'
import styles from './assessments.module.css'
import { beneath } from './draft.ts'
import { FindingState } from './finding-state.tsx'
import { useAnswerWords } from './use-answer-words.ts'
import { useFinding } from './use-finding.ts'
import { ValueField } from './value-field.tsx'

type Props = { round: Round; entry: string; item: Item; layer: FindingLayer; question: Question }

/** Milliseconds without a key after which a reason is saved. */
const PAUSE = 800

/** Says what was found, how sure, and why; each part is saved as it is put in. */
export function FindingForm({ round, entry, item, layer, question }: Props) {
  const { t } = useTranslation('assessing')
  const words = useAnswerWords(round.rubric)
  const name = useId()
  const reason = useId()
  const state = useFinding({ round: round.id, entry, question: item.question, layer }, item[layer])
  const { draft, change, conflict } = state
  const stands = beneath(item, layer)
  const [text, setText] = useState(draft.reason)
  const differs = draft.verdict === 'differ'
  const latest = useRef(change)
  latest.current = change
  useEffect(() => {
    if (text === draft.reason) return
    const timer = setTimeout(() => latest.current({ reason: text }), PAUSE)
    return () => clearTimeout(timer)
  }, [text, draft.reason])
  return (
    <div className={styles.form}>
      <Fieldset data-size="sm">
        <Fieldset.Legend>{t('find.verdict')}</Fieldset.Legend>
        <div className={styles.beside}>
          {stands !== undefined && (
            <Radio
              name={`${name}-verdict`}
              value="agree"
              data-key="a"
              label={t('find.agree', { answer: words(item.question, stands) })}
              checked={draft.verdict === 'agree'}
              onChange={() => change({ verdict: 'agree' })}
            />
          )}
          <Radio
            name={`${name}-verdict`}
            value="differ"
            data-key="d"
            label={t('find.differ')}
            checked={differs}
            onChange={() => change({ verdict: 'differ' })}
          />
        </div>
      </Fieldset>
      {differs && <ValueField question={question} value={draft.value} change={value => change({ value })} />}
      {draft.verdict !== null && (
        <>
          <Fieldset data-size="sm">
            <Fieldset.Legend>{t('find.confidence')}</Fieldset.Legend>
            <div className={styles.beside}>
              {CONFIDENCES.map(one => (
                <Radio
                  key={one}
                  name={`${name}-sure`}
                  value={String(one)}
                  data-key={String(one)}
                  label={t(`find.sure.${SURE[one]}`)}
                  checked={draft.confidence === one}
                  onChange={() => change({ confidence: one })}
                />
              ))}
            </div>
          </Fieldset>
          <Field data-size="sm">
            <Label htmlFor={reason}>{t(differs ? 'find.reasonNeeded' : 'find.reason')}</Label>
            <Textarea
              id={reason}
              rows={2}
              maxLength={5000}
              value={text}
              onChange={event => setText(event.target.value)}
              onBlur={() => text !== draft.reason && change({ reason: text })}
            />
          </Field>
        </>
      )}
      <FindingState
        state={state}
        theirs={conflict && conflict.version > 0 ? words(item.question, conflict.value) : null}
        adopt={async () => setText((await state.keepTheirs()).reason)}
      />
      {item[layer] && conflict === null && (
        <Button
          data-size="sm"
          variant="tertiary"
          onClick={() => {
            setText('')
            state.clear()
          }}
        >
          {t('find.clear')}
        </Button>
      )}
    </div>
  )
}

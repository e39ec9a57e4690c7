import { type ReactNode, useRef } from 'react'
import type { Question } from 'survey-core'
import { type Model, ReactElementFactory } from 'survey-react-ui'
import { type FieldValue, hasOptions } from '../rubrics/field-value.ts'
import { useAnswering } from './answering.ts'
import { Conflict } from './conflict.tsx'
import { EvidencePanel } from './evidence-panel.tsx'
import { Exits } from './exits.tsx'
import { fillQuietly } from './fill-quietly.ts'
import { Offer } from './offer.tsx'
import styles from './questionnaire.module.css'
import { SaveState } from './save-state.tsx'

/** What the library is told to put round each question. */
export const QUESTION = 'tumstock-question'

type Wrapped = { element: ReactNode; question: Question }

/** A question of the library with what belongs to it here: whether it is saved, its exits, last round's answer, evidence. */
function QuestionFrame({ element, question }: Wrapped) {
  const { name } = question
  const { view, readOnly, unsent, flush } = useAnswering()
  const asked = view.rubric.questions[name]
  const typed = useRef(false)
  if (!asked) return element
  const start = (value: FieldValue) => {
    if (value !== undefined) fillQuietly(question.survey as Model, name, value)
    question.focus()
  }
  const held = unsent.find(one => one.question === name)?.held
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what is typed in the fields that it holds.
    <div
      className={styles.question}
      data-question={name}
      data-held={held?.by}
      onInput={() => {
        typed.current = true
      }}
      onBlur={() => {
        if (typed.current) flush()
        typed.current = false
      }}
    >
      {element}
      <div className={styles.foot}>
        {!readOnly && <Offer name={name} question={asked} start={start} />}
        {!hasOptions(asked) && <Exits name={name} question={asked} />}
        {held?.by === 'conflict' && <Conflict name={name} question={asked} standing={held.standing} />}
        {(asked.evidence !== undefined || asked.type === 'file') && (
          <EvidencePanel name={name} question={asked} />
        )}
        <SaveState name={name} />
      </div>
    </div>
  )
}

ReactElementFactory.Instance.registerElement(QUESTION, (props: Wrapped) => <QuestionFrame {...props} />)

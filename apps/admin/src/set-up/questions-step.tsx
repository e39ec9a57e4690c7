import { Button, Switch } from '@digdir/designsystemet-react'
import { EyeIcon } from '@navikt/aksel-icons'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { Loading } from '../ui/states.tsx'
import { type Asked, questionAreas } from './question-groups.ts'
import styles from './questions.module.css'
import { StepHead } from './step-head.tsx'
import { useEditing } from './use-draft.ts'

const QuestionnairePreview = lazy(() =>
  import('../rubrics/questionnaire-preview.tsx').then(m => ({ default: m.QuestionnairePreview })),
)

/** Which of the edition's questions are asked in this round. */
export function QuestionsStep() {
  const { t } = useTranslation('setUp')
  const { round, draft } = useEditing()
  const areas = useMemo(() => questionAreas(round.base), [round.base])
  const all = Object.keys(round.base.questions)
  const on = all.filter(id => draft.questions[id] !== false).length
  return (
    <>
      <StepHead title={t('step.questions')} lead={t('questions.lead')}>
        <Preview />
      </StepHead>
      <p role="status" className={styles.count}>
        {t('questions.on', { on, count: all.length })}
      </p>
      <Prefill />
      {areas.map(({ area, asked }) => (
        <section key={area} className={styles.area}>
          {area !== '' && <h3>{area}</h3>}
          <ul>
            {asked.map(one => (
              <QuestionRow key={one.id} {...one} />
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Whether what was answered last time is offered again. */
function Prefill() {
  const { t } = useTranslation('setUp')
  const { round, draft, readOnly, change } = useEditing()
  const last = round.lastData
  if (last?.kind !== 'round') return null
  return (
    <Switch
      data-size="sm"
      data-at="prefillFrom"
      checked={draft.prefillFrom === last.roundId}
      disabled={readOnly}
      onChange={event => change('prefillFrom', { prefillFrom: event.target.checked ? last.roundId : null })}
      label={t('questions.prefill', { title: last.title })}
      description={t('questions.prefillHelp')}
    />
  )
}

function QuestionRow({ id, question, readBy }: Asked) {
  const { t } = useTranslation('setUp')
  const { draft, readOnly, change } = useEditing()
  const on = draft.questions[id] !== false
  const options = 'options' in question ? Object.keys(question.options).length : null
  return (
    <li data-off={!on}>
      <Switch
        data-size="sm"
        position="end"
        data-at={`questions.${id}`}
        checked={on}
        disabled={readOnly}
        onChange={event =>
          change(`questions.${id}`, { questions: { [id]: event.target.checked ? null : false } })
        }
        label={question.text}
        description={[
          t(`questions.type.${question.type}`),
          options !== null && t('questions.options', { count: options }),
          question.evidence && t(`questions.evidence.${question.evidence}`),
          question.showIf && t('questions.conditional'),
          readBy.length > 0 ? t('questions.readBy', { names: readBy.join(', ') }) : t('questions.unread'),
        ]
          .filter(Boolean)
          .join(' · ')}
      />
    </li>
  )
}

function Preview() {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
        <EyeIcon aria-hidden />
        {t('questions.preview')}
      </Button>
      <DialogFrame
        open={open}
        title={t('questions.previewTitle')}
        lead={t('questions.previewLead')}
        size="widest"
        close={() => setOpen(false)}
      >
        <Suspense fallback={<Loading />}>
          <QuestionnairePreview rubric={round.rubric} />
        </Suspense>
      </DialogFrame>
    </>
  )
}

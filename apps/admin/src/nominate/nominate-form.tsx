import { Alert, Button, Heading, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { TRPCClientError } from '@trpc/client'
import type { AnswerValue } from '@tumstock/rubric/answers'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { type PickedUnit, UnitPicker } from '../entries/unit-picker.tsx'
import { Problem } from '../ui/states.tsx'
import { AskedQuestion } from './asked-question.tsx'
import styles from './nominate.module.css'
import { type Form, type Lack, lacksOf, type Sent, shownQuestions } from './nomination.ts'

/** Whom, why and by whom. */
export function NominateForm({ form, done }: { form: Form; done: (sent: Sent) => void }) {
  const { t, i18n } = useTranslation('nominations')
  const [units, setUnits] = useState<readonly PickedUnit[]>([])
  const [title, setTitle] = useState('')
  const [answers, setAnswers] = useState<Record<string, AnswerValue>>({})
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [lacks, setLacks] = useState<readonly Lack[]>([])
  const summary = useRef<HTMLDivElement>(null)
  const nominate = useMutation(
    trpc.nominations.nominate.mutationOptions({
      onSuccess: () => done({ units: units.map(unit => unit.name).join(' + '), email: email.trim() }),
    }),
  )
  const shown = shownQuestions(form.questions, answers)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const visible = new Set(shown.map(question => question.id))
    const given = Object.fromEntries(Object.entries(answers).filter(([id]) => visible.has(id)))
    const wish = { units: units.map(unit => unit.id), answers: given, name: name.trim(), email: email.trim() }
    const found = lacksOf(wish)
    setLacks(found)
    if (found.length > 0) {
      requestAnimationFrame(() => summary.current?.focus())
      return
    }
    nominate.mutate({
      round: form.round.id,
      ...wish,
      answers: mutable(given),
      ...(units.length > 1 && title.trim() !== '' && { title: title.trim() }),
      language: i18n.language,
    })
  }
  const wrong = (lack: Lack) => (lacks.includes(lack) ? { error: t(`lack.${lack}`) } : {})
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {lacks.length > 0 && (
        <Alert data-color="danger" ref={summary} tabIndex={-1} role="alert">
          <Heading level={2} data-size="2xs">
            {t('lack.title')}
          </Heading>
          <ul className={styles.lacks}>
            {lacks.map(lack => (
              <li key={lack}>{t(`lack.${lack}`)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <section className={styles.part} aria-labelledby="whom">
        <h2 id="whom">{t('form.whom')}</h2>
        <p className="ts-muted">{t('form.whomText')}</p>
        <UnitPicker
          label={t('form.units')}
          date={form.round.referenceDate}
          kinds={form.kinds}
          picked={units}
          pick={setUnits}
          hasLead
        />
        {units.length > 1 && (
          <Textfield
            label={t('form.jointTitle')}
            description={t('form.jointTitleText')}
            maxLength={200}
            value={title}
            onChange={({ target }) => setTitle(target.value)}
          />
        )}
      </section>
      <section className={styles.part} aria-labelledby="why">
        <h2 id="why">{t('form.why')}</h2>
        <p className="ts-muted">{t('form.whyText')}</p>
        {shown.map(question => (
          <AskedQuestion
            key={question.id}
            question={question}
            value={answers[question.id] ?? null}
            answer={value =>
              setAnswers(({ [question.id]: _, ...others }) =>
                value === null ? others : { ...others, [question.id]: value },
              )
            }
          />
        ))}
      </section>
      <section className={styles.part} aria-labelledby="by">
        <h2 id="by">{t('form.by')}</h2>
        <p className="ts-muted">{t('form.byText', { organiser: form.organiser })}</p>
        <Textfield
          label={t('form.name')}
          autoComplete="name"
          maxLength={200}
          required
          value={name}
          onChange={({ target }) => setName(target.value)}
          {...wrong('name')}
        />
        <Textfield
          label={t('form.email')}
          type="email"
          autoComplete="email"
          maxLength={200}
          required
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          {...wrong('email')}
        />
      </section>
      {nominate.isError &&
        (tooMany(nominate.error) ? (
          <Alert data-color="warning" role="alert">
            {t('form.tooMany')}
          </Alert>
        ) : (
          <Problem error={nominate.error} />
        ))}
      <Button type="submit" loading={nominate.isPending}>
        {t('form.send')}
      </Button>
    </form>
  )
}

/** The server takes lists that it may change. */
const mutable = (answers: Readonly<Record<string, AnswerValue>>) =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'object' ? [...value] : value]),
  )

const tooMany = (error: unknown): boolean =>
  error instanceof TRPCClientError && (error.meta?.response as Response | undefined)?.status === 429

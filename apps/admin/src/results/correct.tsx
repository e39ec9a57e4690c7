import {
  Button,
  Field as FormField,
  Heading,
  Label,
  Paragraph,
  Textarea,
  ValidationMessage,
} from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import { AddChange } from './add-change.tsx'
import { answerWords, askedText } from './answer-words.ts'
import { type Correction, withCorrection } from './correction.ts'
import styles from './dialogs.module.css'
import { useResultsChanged } from './evaluate.tsx'
import type { Results } from './results.ts'
import { useRubric } from './use-results.ts'

/** Publishes a next version with an erratum. What has been written stays until it is published, also when the dialog is closed. */
export function Correct({ round }: { round: Round }) {
  const { t } = useTranslation('results')
  const [open, setOpen] = useState(false)
  const [erratum, setErratum] = useState('')
  const [changes, setChanges] = useState<Correction[]>([])
  const results = useQuery(trpc.results.get.queryOptions({ round: round.id }, { enabled: open }))
  const done = () => {
    setErratum('')
    setChanges([])
    setOpen(false)
  }
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('correct.open')}
      </Button>
      <DialogFrame open={open} title={t('correct.title')} close={() => setOpen(false)}>
        {results.isError && <Problem error={results.error} />}
        {!results.data && !results.isError && <Loading rows={3} />}
        {results.data && (
          <Form
            round={round}
            results={results.data}
            draft={{ erratum, setErratum, changes, setChanges }}
            done={done}
          />
        )}
      </DialogFrame>
    </>
  )
}

type FormProps = {
  round: Round
  results: Results
  draft: {
    erratum: string
    setErratum: (erratum: string) => void
    changes: Correction[]
    setChanges: (changes: Correction[]) => void
  }
  done: () => void
}

function Form({ round, results, draft, done }: FormProps) {
  const { t } = useTranslation('results')
  const { t: frame } = useTranslation()
  const { erratum, setErratum, changes, setChanges } = draft
  const [tried, setTried] = useState(false)
  const id = useId()
  const changed = useResultsChanged()
  const version = (round.publishedVersion ?? 0) + 1
  const correct = useMutation(
    trpc.results.correct.mutationOptions({
      onSuccess: async () => {
        done()
        await changed()
      },
    }),
  )
  const noErratum = erratum.trim() === ''
  const send = () => {
    setTried(true)
    if (!noErratum && changes.length > 0) correct.mutate({ round: round.id, erratum, changes })
  }
  return (
    <div className={styles.body}>
      <Paragraph>{t('correct.lead')}</Paragraph>
      <FormField>
        <Label htmlFor={id}>{t('correct.erratum')}</Label>
        <FormField.Description>{t('correct.erratumHelp')}</FormField.Description>
        <Textarea
          id={id}
          rows={3}
          value={erratum}
          aria-invalid={tried && noErratum}
          onChange={event => setErratum(event.target.value)}
        />
        {tried && noErratum && <ValidationMessage>{t('correct.erratumMissing')}</ValidationMessage>}
      </FormField>
      <Heading level={3} data-size="2xs">
        {t('correct.changes')}
      </Heading>
      <Lines round={round} results={results} changes={changes} setChanges={setChanges} />
      <AddChange
        round={round}
        results={results}
        add={change => setChanges(withCorrection(changes, change))}
      />
      {tried && changes.length === 0 && <ValidationMessage>{t('correct.changesMissing')}</ValidationMessage>}
      {correct.isError && <Problem error={correct.error} />}
      <div className={styles.buttons}>
        <Button loading={correct.isPending} onClick={send}>
          {t('correct.confirm', { version })}
        </Button>
        <Button variant="secondary" onClick={done}>
          {frame('cancel')}
        </Button>
      </div>
    </div>
  )
}

type LinesProps = Pick<FormProps, 'round' | 'results'> & Pick<FormProps['draft'], 'changes' | 'setChanges'>

function Lines({ round, results, changes, setChanges }: LinesProps) {
  const { t } = useTranslation('results')
  const { t: explain } = useTranslation('explanation')
  const locale = useLocale()
  const rubric = useRubric(round.id) ?? round.rubric
  if (changes.length === 0) return null
  const wordsOf = (change: Correction) => {
    const entry = results.rows.find(row => row.entry === change.entry)?.name ?? change.entry
    const what = 'question' in change ? askedText(rubric, change.question) : t('correct.categoryOf')
    const value =
      'question' in change
        ? answerWords(rubric, change.question, change.value, { t: explain, locale })
        : change.category === null
          ? t('noCategory')
          : (rubric.categories[change.category]?.title ?? change.category)
    return t('correct.line', { entry, what, value })
  }
  return (
    <ul className={styles.lines}>
      {changes.map(change => {
        const words = wordsOf(change)
        return (
          <li key={words}>
            {words}
            <Button
              variant="tertiary"
              data-size="sm"
              aria-label={t('correct.remove', { what: words })}
              onClick={() => setChanges(changes.filter(other => other !== change))}
            >
              {t('correct.takeAway')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

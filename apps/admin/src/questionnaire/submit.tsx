import { Alert, Button, Dialog, Heading, Paragraph } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import { type Area, leftOf } from './answered.ts'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'

const route = getRouteApi('/rounds/$round/answer/$entry')

/** The lead sends the answers in, having seen what is not answered. */
export function Submit() {
  const { t } = useTranslation('answering')
  const { t: frame } = useTranslation()
  const { view } = useAnswering()
  const { open, ...search } = route.useSearch()
  const params = route.useParams()
  const navigate = useNavigate({ from: route.id })
  if (!view.can.includes('answers.submit')) return null
  const close = () => navigate({ search, replace: true, resetScroll: false })
  return (
    <>
      <Button asChild>
        <Link
          to="/rounds/$round/answer/$entry"
          params={params}
          search={{ ...search, open: 'submit' }}
          resetScroll={false}
        >
          {t('submit.open')}
        </Link>
      </Button>
      <Dialog
        open={open === 'submit'}
        onClose={close}
        closeButton={frame('close')}
        aria-labelledby="submit-title"
      >
        <Heading level={2} data-size="sm" id="submit-title">
          {t('submit.title')}
        </Heading>
        {open === 'submit' && <CheckList close={close} />}
      </Dialog>
    </>
  )
}

function CheckList({ close }: { close: () => void }) {
  const { t } = useTranslation('answering')
  const { t: frame } = useTranslation()
  const { round, view, visible, shown, unsent } = useAnswering()
  const entry = view.entry.id
  const cache = useQueryClient()
  const submit = useMutation(
    trpc.answers.submit.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.answers.questionnaire.queryKey({ round, entry }) })
        cache.invalidateQueries({ queryKey: trpc.answers.receipt.queryKey({ round, entry }) })
        close()
      },
    }),
  )
  const { areas } = view.rubric
  const questions = areas.flatMap(area => area.questions)
  const left = leftOf({ questions, visible, shown, view })
  return (
    <div className={styles.checks}>
      <Paragraph>{t('submit.text')}</Paragraph>
      <p className={styles.progress}>{t('progress', { answered: left.answered, of: left.of })}</p>
      {left.evidence.length > 0 && (
        <Alert data-color="danger" data-size="sm">
          <Paragraph>{t('submit.evidence', { count: left.evidence.length })}</Paragraph>
        </Alert>
      )}
      {unsent.length > 0 && (
        <Alert data-color="warning" data-size="sm">
          <Paragraph>{t('submit.unsent', { count: unsent.length })}</Paragraph>
        </Alert>
      )}
      <ul className={styles.check}>
        {areas.map(area => (
          <AreaLeft key={area.id} area={area} />
        ))}
      </ul>
      {submit.isError && <Problem error={submit.error} />}
      <div className={styles.buttons}>
        <Button
          disabled={left.evidence.length > 0 || unsent.length > 0}
          loading={submit.isPending}
          onClick={() => submit.mutate({ round, entry })}
        >
          {t('submit.act')}
        </Button>
        <Button variant="secondary" onClick={close}>
          {frame('cancel')}
        </Button>
      </div>
    </div>
  )
}

/** What an area leaves out; nothing where nothing is left. */
function AreaLeft({ area }: { area: Area }) {
  const { t } = useTranslation('answering')
  const { view, visible, shown } = useAnswering()
  const { open: _, ...search } = route.useSearch()
  const params = route.useParams()
  const { open, evidence, unconfirmed } = leftOf({ questions: area.questions, visible, shown, view })
  if (open.length + evidence.length === 0) return null
  const words = [
    open.length > 0 && t('submit.unanswered', { count: open.length }),
    unconfirmed.length > 0 && t('submit.unconfirmed', { count: unconfirmed.length }),
    evidence.length > 0 && t('evidenceMissing', { count: evidence.length }),
  ]
  return (
    <li>
      <Link to="/rounds/$round/answer/$entry" params={params} search={{ ...search, area: area.id }}>
        {area.title === '' ? t('noArea') : area.title}
      </Link>
      {': '}
      {words.filter(Boolean).join(' · ')}
    </li>
  )
}

import { Button, Textfield } from '@digdir/designsystemet-react'
import { LinkIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isDate } from '@tumstock/rubric/answers'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import { useAnswering } from './answering.ts'
import styles from './questionnaire.module.css'

/** A page that shows it, and the day on which somebody saw that it does. */
export function EvidenceLink({ name }: { name: string }) {
  const { t } = useTranslation('answering')
  const [open, setOpen] = useState(false)
  if (open) return <Form name={name} close={() => setOpen(false)} />
  return (
    <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
      <LinkIcon aria-hidden />
      {t('evidence.link')}
    </Button>
  )
}

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
}

function Form({ name, close }: { name: string; close: () => void }) {
  const { t } = useTranslation('answering')
  const { t: frame } = useTranslation()
  const { round, view } = useAnswering()
  const entry = view.entry.id
  const cache = useQueryClient()
  const [url, setUrl] = useState('')
  const [title, setTitle] = useState('')
  const [checkedOn, setCheckedOn] = useState(today)
  const [tried, setTried] = useState(false)
  const add = useMutation(
    trpc.evidence.addLink.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.answers.questionnaire.queryKey({ round, entry }) })
        close()
      },
    }),
  )
  const wrong = {
    url: !/^https?:\/\//i.test(url.trim()) || !URL.canParse(url.trim()),
    title: title.trim() === '',
    checkedOn: !isDate(checkedOn) || checkedOn > today(),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (wrong.url || wrong.title || wrong.checkedOn) return
    add.mutate({
      round,
      entry,
      question: name,
      layer: 'claim',
      url: url.trim(),
      title: title.trim(),
      checkedOn,
    })
  }
  return (
    <form className={styles.link} onSubmit={submit} noValidate>
      <Textfield
        data-size="sm"
        label={t('evidence.url')}
        type="url"
        value={url}
        autoFocus
        onChange={({ target }) => setUrl(target.value)}
        error={tried && wrong.url && t('refused.not-a-url')}
      />
      <Textfield
        data-size="sm"
        label={t('evidence.shows')}
        value={title}
        maxLength={200}
        onChange={({ target }) => setTitle(target.value)}
        error={tried && wrong.title && t('evidence.showsMissing')}
      />
      <Textfield
        data-size="sm"
        label={t('evidence.checkedOn')}
        type="date"
        value={checkedOn}
        max={today()}
        onChange={({ target }) => setCheckedOn(target.value)}
        error={tried && wrong.checkedOn && t('evidence.dayWrong')}
      />
      {add.isError && <Problem error={add.error} />}
      <div className={styles.buttons}>
        <Button type="submit" data-size="sm" loading={add.isPending}>
          {t('evidence.addLink')}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={close}>
          {frame('cancel')}
        </Button>
      </div>
    </form>
  )
}

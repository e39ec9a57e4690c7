import { Button, Textfield } from '@digdir/designsystemet-react'
import { LinkIcon } from '@navikt/aksel-icons'
import { useMutation } from '@tanstack/react-query'
import { isDate } from '@tumstock/rubric/answers'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import styles from './evidence.module.css'
import type { About } from './evidence.ts'

type Props = { about: About; added: () => Promise<unknown> }

/** A page that shows it, and the day on which somebody saw that it does. */
export function AddLink(props: Props) {
  const { t } = useTranslation('evidence')
  const [open, setOpen] = useState(false)
  if (open) return <Form {...props} close={() => setOpen(false)} />
  return (
    <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
      <LinkIcon aria-hidden />
      {t('link')}
    </Button>
  )
}

const today = (): string => {
  const now = new Date()
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map(part => String(part).padStart(2, '0'))
    .join('-')
}

function Form({ about, added, close }: Props & { close: () => void }) {
  const { t } = useTranslation('evidence')
  const { t: frame } = useTranslation()
  const [url, setUrl] = useState('')
  const [title, setTitle] = useState('')
  const [checkedOn, setCheckedOn] = useState(today)
  const [tried, setTried] = useState(false)
  const add = useMutation(
    trpc.evidence.addLink.mutationOptions({
      onSuccess: async () => {
        await added()
        close()
      },
    }),
  )
  const wrong = {
    url: !/^https?:\/\//i.test(url.trim()) || !URL.canParse(url.trim()),
    title: title.trim() === '',
    checkedOn: !isDate(checkedOn) || checkedOn > today(),
  }
  const submit = () => {
    setTried(true)
    if (wrong.url || wrong.title || wrong.checkedOn) return
    add.mutate({ ...about, url: url.trim(), title: title.trim(), checkedOn })
  }
  return (
    // No form of its own: it stands inside the questionnaire's, and a form within a form would leave the page.
    <fieldset
      className={styles.form}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
        event.preventDefault()
        submit()
      }}
    >
      <legend className="ts-visually-hidden">{t('link')}</legend>
      <Textfield
        data-size="sm"
        label={t('url')}
        type="url"
        value={url}
        autoFocus
        onChange={({ target }) => setUrl(target.value)}
        error={tried && wrong.url && t('urlWrong')}
      />
      <Textfield
        data-size="sm"
        label={t('shows')}
        value={title}
        maxLength={200}
        onChange={({ target }) => setTitle(target.value)}
        error={tried && wrong.title && t('showsMissing')}
      />
      <Textfield
        data-size="sm"
        label={t('checkedOn')}
        type="date"
        value={checkedOn}
        max={today()}
        onChange={({ target }) => setCheckedOn(target.value)}
        error={tried && wrong.checkedOn && t('dayWrong')}
      />
      {add.isError && <Problem error={add.error} />}
      <div className={styles.buttons}>
        <Button data-size="sm" loading={add.isPending} onClick={submit}>
          {t('addLink')}
        </Button>
        <Button variant="tertiary" data-size="sm" onClick={close}>
          {frame('cancel')}
        </Button>
      </div>
    </fieldset>
  )
}

import { Alert, Button, Paragraph } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { formatTimeOf } from '../ui/dates.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import form from '../ui/form.module.css'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import { ZonedTime } from '../ui/zoned-time.tsx'
import styles from './stages.module.css'
import type { Timeline } from './timeline.ts'
import { useChanged } from './use-changed.ts'

type Props = { round: Round; timeline: Timeline }

/** When results are published by themselves, and what came of it. */
export function Release({ round, timeline }: Props) {
  const { t } = useTranslation('stages')
  const locale = useLocale()
  const [planning, setPlanning] = useState(false)
  const { release, timeZone } = timeline
  const at = release && formatTimeOf(release.at, locale, timeZone)
  return (
    <section className={styles.part} aria-labelledby="release">
      <h2 id="release">{t('release.title')}</h2>
      {release?.state === 'failed' && (
        <Alert data-color="danger">
          <Paragraph>{t('release.failed', { at })}</Paragraph>
          <Paragraph>{t('release.failedNext')}</Paragraph>
        </Alert>
      )}
      <div className={styles.release}>
        <p>{release?.state === 'planned' ? t('release.planned', { at }) : t('release.none')}</p>
        <Button data-size="sm" variant="secondary" onClick={() => setPlanning(true)}>
          {t(release?.state === 'planned' ? 'release.change' : 'release.open')}
        </Button>
      </div>
      {planning && <Plan round={round} timeline={timeline} close={() => setPlanning(false)} />}
    </section>
  )
}

function Plan({ round, timeline: { release, timeZone: zone }, close }: Props & { close: () => void }) {
  const { t } = useTranslation('stages')
  const { t: frame } = useTranslation()
  const changed = useChanged()
  const planned = release?.state === 'planned' ? release.at : null
  const [at, setAt] = useState(planned)
  const [tried, setTried] = useState(false)
  const plan = useMutation(
    trpc.stages.release.mutationOptions({
      onSuccess: async () => {
        close()
        await changed()
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    if (at !== null && event.currentTarget.checkValidity()) plan.mutate({ round: round.id, at })
  }
  return (
    <DialogFrame title={t('release.open')} lead={t('release.lead')} close={close}>
      <form className={form.form} onSubmit={submit} noValidate>
        <p className="ts-muted">{t('field.inZone', { zone })}</p>
        <ZonedTime
          label={t('release.at')}
          zone={zone}
          value={at}
          put={setAt}
          error={tried && at === null && t('field.missing')}
        />
        {plan.isError && <Problem error={plan.error} />}
        <div className={form.buttons}>
          <Button type="submit" loading={plan.isPending}>
            {t('release.act')}
          </Button>
          {planned !== null && (
            <Button
              type="button"
              variant="secondary"
              onClick={() => plan.mutate({ round: round.id, at: null })}
            >
              {t('release.cancel')}
            </Button>
          )}
          <Button type="button" variant="tertiary" onClick={close}>
            {frame('cancel')}
          </Button>
        </div>
      </form>
    </DialogFrame>
  )
}

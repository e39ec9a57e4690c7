import { Button, Field, Fieldset, Label, Radio, Textarea } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Finding, FindingLayer } from '../assessments/assessing.ts'
import { useTimes } from '../assessments/window-lines.tsx'
import { Problem } from '../ui/states.tsx'
import styles from './findings.module.css'

type Props = {
  where: { round: string; entry: string; question: string; layer: FindingLayer }
  reply: Finding['reply']
  until: string
  timeZone: string
}

/** Accepts a finding or objects to it; what was sent can be changed while the time lasts. */
export function ReplyForm({ where, reply, until, timeZone }: Props) {
  const { t } = useTranslation('assessing')
  const cache = useQueryClient()
  const time = useTimes(timeZone)
  const name = useId()
  const field = useId()
  const [stance, setStance] = useState(reply?.stance ?? null)
  const [text, setText] = useState(reply?.text ?? '')
  const { round, entry } = where
  const send = useMutation(
    trpc.replies.reply.mutationOptions({
      onSuccess: () =>
        cache.invalidateQueries({ queryKey: trpc.replies.findings.queryKey({ round, entry }) }),
    }),
  )
  const lacking = stance === 'object' && text.trim() === ''
  const same = reply !== null && reply.stance === stance && reply.text === text.trim()
  return (
    <div className={styles.reply}>
      <Fieldset data-size="sm">
        <Fieldset.Legend>{t('reply.text')}</Fieldset.Legend>
        {(['accept', 'object'] as const).map(one => (
          <Radio
            key={one}
            name={name}
            value={one}
            label={t(`reply.${one}`)}
            checked={stance === one}
            onChange={() => setStance(one)}
          />
        ))}
      </Fieldset>
      {stance === 'object' && (
        <Field data-size="sm">
          <Label htmlFor={field}>{t('reply.objectText')}</Label>
          <Textarea
            id={field}
            rows={3}
            maxLength={5000}
            required
            value={text}
            onChange={event => setText(event.target.value)}
          />
        </Field>
      )}
      {send.error && <Problem error={send.error} />}
      {stance !== null && !same && (
        <Button
          data-size="sm"
          variant="secondary"
          disabled={lacking}
          loading={send.isPending}
          onClick={() => send.mutate({ ...where, stance, text: stance === 'object' ? text : '' })}
        >
          {t(reply ? 'reply.change' : 'reply.send')}
        </Button>
      )}
      <p className="ts-muted" role="status">
        {reply && same && t('reply.sent', { time: time(reply.at), until: time(until) })}
      </p>
    </div>
  )
}

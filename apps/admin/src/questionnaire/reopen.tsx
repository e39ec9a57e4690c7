import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'
import { useAnswering } from './answering.ts'

/** The lead takes the answers back to go on with them, as long as one may answer. */
export function Reopen() {
  const { t } = useTranslation('answering')
  const { round, view } = useAnswering()
  const entry = view.entry.id
  const cache = useQueryClient()
  const [open, setOpen] = useState(false)
  const reopen = useMutation(
    trpc.answers.reopen.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.answers.questionnaire.queryKey({ round, entry }) })
        setOpen(false)
      },
    }),
  )
  if (!view.can.includes('answers.reopen') || !view.roles.includes('lead')) return null
  return (
    <>
      <Button variant="secondary" data-size="sm" onClick={() => setOpen(true)}>
        {t('reopen.open')}
      </Button>
      <Confirm
        open={open}
        title={t('reopen.title')}
        text={t('reopen.text')}
        act={t('reopen.act')}
        pending={reopen.isPending}
        error={reopen.error}
        onAct={() => reopen.mutate({ round, entry })}
        onClose={() => setOpen(false)}
      />
    </>
  )
}

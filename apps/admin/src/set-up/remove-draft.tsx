import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'
import { useEditing } from './use-draft.ts'

export function RemoveDraft() {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const [asked, setAsked] = useState(false)
  const navigate = useNavigate()
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.rounds.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/rounds', replace: true })
        cache.invalidateQueries({ queryKey: trpc.rounds.list.queryKey() })
      },
    }),
  )
  return (
    <>
      <Button variant="tertiary" data-color="danger" data-size="sm" onClick={() => setAsked(true)}>
        {t('remove.button')}
      </Button>
      <Confirm
        open={asked}
        title={t('remove.sure', { title: round.title })}
        text={t('remove.text')}
        act={t('remove.button')}
        danger
        pending={remove.isPending}
        error={remove.error}
        onAct={() => remove.mutate({ id: round.id })}
        onClose={() => setAsked(false)}
      />
    </>
  )
}

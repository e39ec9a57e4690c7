import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { WithReason } from '../entries/with-reason.tsx'
import type { Round } from '../rounds/round.ts'
import { type Nomination, unitsOf } from './nomination.ts'

type Props = { round: Round; nomination: Nomination; close: () => void }

export function Dismiss({ round, nomination, close }: Props) {
  const { t } = useTranslation('nominations')
  const cache = useQueryClient()
  const dismiss = useMutation(
    trpc.nominations.dismiss.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.nominations.pathKey() })
        close()
      },
    }),
  )
  return (
    <WithReason
      title={t('dismiss.title', { name: unitsOf(nomination) })}
      text={t('dismiss.text')}
      act={t('dismiss.button')}
      pending={dismiss.isPending}
      error={dismiss.error}
      onAct={reason => dismiss.mutate({ round: round.id, nomination: nomination.id, reason })}
      onClose={close}
    />
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
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
    <ReasonDialog
      title={t('dismiss.title', { name: unitsOf(nomination) })}
      lead={t('dismiss.text')}
      act={t('dismiss.button')}
      pending={dismiss.isPending}
      error={dismiss.error}
      send={reason => dismiss.mutate({ round: round.id, nomination: nomination.id, reason })}
      close={close}
    />
  )
}

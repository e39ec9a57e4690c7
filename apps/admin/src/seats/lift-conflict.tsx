import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'
import type { Conflict } from './conflicts.tsx'
import type { Seats } from './seats.ts'
import { useNames } from './use-names.ts'

type Props = { round: Round; seats: Seats; conflict: Conflict; close: () => void }

/** A conflict goes by decision, whose reason is kept. */
export function LiftConflict({ round, seats, conflict: { entry, person }, close }: Props) {
  const { t } = useTranslation('seats')
  const names = useNames(seats)
  const cache = useQueryClient()
  const lift = useMutation(
    trpc.conflicts.lift.mutationOptions({
      onSuccess: async () => {
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  return (
    <ReasonDialog
      title={t('conflict.liftTitle', { name: names.person(person), entry: names.entry(entry) })}
      lead={t('conflict.liftLead')}
      act={t('conflict.lift')}
      pending={lift.isPending}
      error={lift.error}
      send={reason => lift.mutate({ round: round.id, entry, person, reason })}
      close={close}
    />
  )
}

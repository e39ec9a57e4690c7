import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'
import type { Seat } from './seats.ts'

type Props = { round: { id: string }; seat: Seat | null; close: () => void }

export function RemoveSeat({ round, seat, close }: Props) {
  const { t } = useTranslation('seats')
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.seats.remove.mutationOptions({
      onSuccess: async () => {
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  const words = { name: seat?.person.name ?? '', role: t(`role.${seat?.role ?? 'observer'}`) }
  return (
    <Confirm
      open={seat !== null}
      title={t('remove.sure', words)}
      text={t('remove.text')}
      act={t('remove.button')}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => seat && remove.mutate({ round: round.id, seat: seat.id })}
      onClose={() => {
        remove.reset()
        close()
      }}
    />
  )
}

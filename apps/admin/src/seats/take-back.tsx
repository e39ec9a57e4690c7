import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'
import type { AssignWish } from './assign-evenly.tsx'

/** Takes every entry back that is assigned in a role. */
export function TakeBack({ wish, open, close }: { wish: AssignWish; open: boolean; close: () => void }) {
  const { t } = useTranslation('seats')
  const cache = useQueryClient()
  const assign = useMutation(
    trpc.seats.assign.mutationOptions({
      onSuccess: async () => {
        close()
        await cache.invalidateQueries({ queryKey: trpc.seats.pathKey() })
      },
    }),
  )
  return (
    <Confirm
      open={open}
      title={t('assign.clearSure', { role: t(`role.${wish.role}`) })}
      text={t('assign.clearText')}
      act={t('assign.clear')}
      danger
      pending={assign.isPending}
      error={assign.error}
      onAct={() => assign.mutate({ ...wish, how: 'none' })}
      onClose={close}
    />
  )
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'

type Props = { person: { id: string; name: string } | null; close: () => void }

export function ResetSecondFactor({ person, close }: Props) {
  const { t } = useTranslation('people')
  const cache = useQueryClient()
  const reset = useMutation(
    trpc.people.resetSecondFactor.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.people.list.queryKey() })
        close()
      },
    }),
  )
  return (
    <Confirm
      open={person !== null}
      title={t('resetSecondSure', { name: person?.name ?? '' })}
      text={t('resetSecondText')}
      act={t('resetSecond')}
      pending={reset.isPending}
      error={reset.error}
      onAct={() => person && reset.mutate({ id: person.id })}
      onClose={close}
    />
  )
}

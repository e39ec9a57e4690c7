import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'

type Props = { person: { id: string; name: string } | null; close: () => void }

export function RemovePerson({ person, close }: Props) {
  const { t } = useTranslation('people')
  const cache = useQueryClient()
  const remove = useMutation(
    trpc.people.remove.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: trpc.people.list.queryKey() })
        close()
      },
    }),
  )
  return (
    <Confirm
      open={person !== null}
      title={t('sure', { name: person?.name ?? '' })}
      text={t('sureText')}
      act={t('remove')}
      danger
      pending={remove.isPending}
      error={remove.error}
      onAct={() => person && remove.mutate({ id: person.id })}
      onClose={close}
    />
  )
}

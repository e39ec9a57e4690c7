import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client, trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'

/** What to do to somebody that cannot be taken back. */
export type Wish = { act: 'remove' | 'resetSecondFactor'; person: { id: string; name: string } }

type Props = { wish: Wish | null; close: () => void }

export function Sure({ wish, close }: Props) {
  const { t } = useTranslation('people')
  const cache = useQueryClient()
  const doing = useMutation({
    mutationFn: ({ act, person }: Wish) => client.people[act].mutate({ id: person.id }),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: trpc.people.list.queryKey() })
      close()
    },
  })
  const reset = wish?.act === 'resetSecondFactor'
  return (
    <Confirm
      open={wish !== null}
      title={t(reset ? 'resetSecondSure' : 'sure', { name: wish?.person.name ?? '' })}
      text={t(reset ? 'resetSecondText' : 'sureText')}
      act={t(reset ? 'resetSecond' : 'remove')}
      {...(!reset && { danger: true })}
      pending={doing.isPending}
      error={doing.error}
      onAct={() => wish && doing.mutate(wish)}
      onClose={close}
    />
  )
}

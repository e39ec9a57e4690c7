import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Confirm } from '../ui/confirm.tsx'

/** What is to be done about a colleague's seat, or about an invitation to one. */
export type ColleagueChange = { what: 'handOver' | 'seat' | 'invitation'; id: string; name: string }

type Props = {
  place: { round: string; entry: string }
  change: ColleagueChange | null
  close: () => void
}

/** Asks once more before a colleague goes, or becomes the lead. */
export function ChangeColleague({ place, change, close }: Props) {
  const { t } = useTranslation('seats')
  const cache = useQueryClient()
  const done = {
    onSuccess: async () => {
      close()
      // Whoever hands the lead over may do less from now on, everywhere.
      await cache.invalidateQueries()
    },
  }
  const remove = useMutation(trpc.seats.removeColleague.mutationOptions(done))
  const handOver = useMutation(trpc.seats.handOver.mutationOptions(done))
  const name = change?.name ?? ''
  const hands = change?.what === 'handOver'
  const act = () => {
    if (!change) return
    if (change.what === 'handOver') handOver.mutate({ ...place, seat: change.id })
    else if (change.what === 'seat') remove.mutate({ ...place, seat: change.id })
    else remove.mutate({ ...place, invitation: change.id })
  }
  const leave = () => {
    remove.reset()
    handOver.reset()
    close()
  }
  return (
    <Confirm
      open={change !== null}
      title={t(hands ? 'colleagues.handOverSure' : 'colleagues.removeSure', { name })}
      text={t(
        hands
          ? 'colleagues.handOverText'
          : change?.what === 'invitation'
            ? 'invitations.text'
            : 'colleagues.removeText',
      )}
      act={hands ? t('colleagues.handOverAct') : t('remove.button')}
      {...(hands ? {} : { danger: true as const })}
      pending={remove.isPending || handOver.isPending}
      error={remove.error ?? handOver.error}
      onAct={act}
      onClose={leave}
    />
  )
}

import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import { RoundFrame } from '../rounds/round-frame.tsx'
import { LettersView } from './letters-view.tsx'

const route = getRouteApi('/rounds/$round/mail')

/** The letters of one round, for who runs it. */
export function MailOfRoundPage() {
  const { round } = route.useParams()
  return (
    <RoundFrame id={round} tab="mail">
      {() => <Letters round={round} />}
    </RoundFrame>
  )
}

function Letters({ round }: { round: string }) {
  const letters = useInfiniteQuery(
    trpc.mail.ofRound.infiniteQueryOptions({ round }, { getNextPageParam: page => page.next }),
  )
  const retry = useMutation(trpc.mail.retryOfRound.mutationOptions())
  return <LettersView letters={letters} retry={id => retry.mutateAsync({ round, id })} />
}

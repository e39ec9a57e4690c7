import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Problem } from '../ui/states.tsx'

/** Everything that a new evaluation or publication may have changed is read again. */
export const useResultsChanged = () => {
  const cache = useQueryClient()
  return () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.results.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.analyses.pathKey() }),
      cache.invalidateQueries({ queryKey: trpc.units.pathKey() }),
    ])
}

/** Scores what has been answered so far. */
export function Evaluate({ round, again = false }: { round: Pick<Round, 'id'>; again?: boolean }) {
  const { t } = useTranslation('results')
  const changed = useResultsChanged()
  const evaluate = useMutation(trpc.results.evaluate.mutationOptions({ onSuccess: changed }))
  return (
    <>
      <Button
        variant={again ? 'secondary' : 'primary'}
        loading={evaluate.isPending}
        onClick={() => evaluate.mutate({ round: round.id })}
      >
        {t(again ? 'evaluateAgain' : 'evaluate')}
      </Button>
      {evaluate.isError && <Problem error={evaluate.error} />}
    </>
  )
}

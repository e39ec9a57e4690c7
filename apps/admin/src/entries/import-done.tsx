import { Button } from '@digdir/designsystemet-react'
import { CheckmarkCircleFillIcon } from '@navikt/aksel-icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import form from '../ui/form.module.css'
import { Problem } from '../ui/states.tsx'
import styles from './import.module.css'

const route = getRouteApi('/rounds/$round/entries/import')

/** What came in, and the way back until the round is evaluated. */
export function ImportDone({ round, importId }: { round: Round; importId: string }) {
  const { t } = useTranslation('entries')
  const { imported = 0, leftOut = 0 } = route.useSearch()
  const cache = useQueryClient()
  const undo = useMutation(
    trpc.entries.undoImport.mutationOptions({
      onSuccess: () => {
        cache.invalidateQueries({ queryKey: trpc.entries.list.queryKey({ round: round.id }) })
        cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() })
      },
    }),
  )
  return (
    <section className={styles.panel} aria-labelledby="done">
      <h2 id="done" className={styles.verdict} data-fine>
        <CheckmarkCircleFillIcon aria-hidden />
        {undo.isSuccess ? t('import.undone') : t('import.done', { count: imported })}
      </h2>
      {!undo.isSuccess && (
        <p>
          {leftOut > 0 && `${t('import.doneLeftOut', { count: leftOut })} `}
          {t('import.doneText')}
        </p>
      )}
      {undo.isError && <Problem error={undo.error} />}
      <div className={form.buttons}>
        <Button asChild>
          <Link to="/rounds/$round/entries" params={{ round: round.id }}>
            {t('import.toEntries')}
          </Link>
        </Button>
        {!undo.isSuccess && (
          <Button
            variant="secondary"
            loading={undo.isPending}
            disabled={round.state !== 'open'}
            onClick={() => undo.mutate({ importId })}
          >
            {t('import.undo')}
          </Button>
        )}
        <Button asChild variant="tertiary">
          <Link to="/rounds/$round/entries/import" params={{ round: round.id }}>
            {t('import.again')}
          </Link>
        </Button>
      </div>
    </section>
  )
}

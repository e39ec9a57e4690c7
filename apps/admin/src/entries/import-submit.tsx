import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { Problem } from '../ui/states.tsx'
import styles from './import.module.css'
import type { Read } from './use-preview.ts'

/** All of it, or, when that is chosen, without the bad rows. */
export function ImportSubmit({ round, read, busy }: { round: Round; read: Read; busy: boolean }) {
  const { t } = useTranslation('entries')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const take = useMutation(
    trpc.entries.import.mutationOptions({
      onSuccess: async ({ importId, imported, leftOut }) => {
        cache.invalidateQueries({ queryKey: trpc.entries.list.queryKey({ round: round.id }) })
        cache.invalidateQueries({ queryKey: trpc.rounds.pathKey() })
        await navigate({
          to: '/rounds/$round/entries/import',
          params: { round: round.id },
          search: { done: importId, imported, leftOut },
        })
      },
    }),
  )
  const none = read.good === 0
  return (
    <section className={styles.panel} aria-labelledby="take">
      <h3 id="take">{t('import.take')}</h3>
      <p className="ts-muted">
        {none
          ? t('import.nothingGood')
          : read.badRows > 0
            ? t('import.takeSomeText', { count: read.badRows })
            : t('import.takeAllText')}
      </p>
      {take.isError && <Problem error={take.error} />}
      {!none && (
        <div>
          <Button
            loading={take.isPending}
            disabled={busy}
            onClick={() => take.mutate({ token: read.token, leaveOutBad: read.badRows > 0 })}
          >
            {read.badRows > 0
              ? t('import.takeSome', { count: read.good, bad: read.badRows })
              : t('import.takeAll', { count: read.good })}
          </Button>
        </div>
      )}
    </section>
  )
}

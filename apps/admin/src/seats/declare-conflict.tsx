import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { ReasonDialog } from '../ui/reason-dialog.tsx'

type Props = {
  round: string
  entry: string
  /** Where to go from an entry that is not there any more. */
  gone: () => void
}

/** Somebody who is to judge an entry says that they may not. */
export function DeclareConflict({ round, entry, gone }: Props) {
  const { t } = useTranslation('seats')
  const [open, setOpen] = useState(false)
  const cache = useQueryClient()
  const declare = useMutation(
    trpc.conflicts.declare.mutationOptions({
      onSuccess: async () => {
        gone()
        await cache.invalidateQueries()
      },
    }),
  )
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('conflict.declare')}
      </Button>
      {open && (
        <ReasonDialog
          title={t('conflict.declareTitle')}
          lead={t('conflict.declareLead')}
          help={t('conflict.declareHelp')}
          act={t('conflict.declareSubmit')}
          pending={declare.isPending}
          error={declare.error}
          send={reason => declare.mutate({ round, entry, reason })}
          close={() => setOpen(false)}
        />
      )}
    </>
  )
}

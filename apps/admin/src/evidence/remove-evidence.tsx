import { Button } from '@digdir/designsystemet-react'
import { TrashIcon } from '@navikt/aksel-icons'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import type { Evidence } from './evidence.ts'

type Props = { round: string; entry: string; evidence: Evidence; removed: () => Promise<unknown> }

export function RemoveEvidence({ round, entry, evidence: { id, title }, removed }: Props) {
  const { t } = useTranslation('evidence')
  const remove = useMutation(trpc.evidence.remove.mutationOptions({ onSuccess: removed }))
  return (
    <>
      <Button
        variant="tertiary"
        data-size="sm"
        icon
        aria-label={t('remove', { title })}
        loading={remove.isPending}
        onClick={() => remove.mutate({ round, entry, id })}
      >
        <TrashIcon aria-hidden />
      </Button>
      {remove.isError && <Problem error={remove.error} />}
    </>
  )
}

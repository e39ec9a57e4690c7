import { Input } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import styles from './responses.module.css'

type Props = { round: string; group: string; name: string; target: number | null }

/** Per cent as typed, as a share; null for an empty field, undefined for anything that is no per cent. */
const shareIn = (typed: string): number | null | undefined => {
  if (typed.trim() === '') return null
  const percent = Number(typed.replace(',', '.'))
  return Number.isFinite(percent) && percent >= 0 && percent <= 100 ? percent / 100 : undefined
}

const typedOf = (target: number | null): string =>
  target === null ? '' : String(Math.round(target * 1000) / 10)

/** The share of a group that should submit; kept when the field is left. */
export function TargetField({ round, group, name, target }: Props) {
  const { t } = useTranslation('responses')
  const cache = useQueryClient()
  const [typed, setTyped] = useState(typedOf(target))
  useEffect(() => setTyped(typedOf(target)), [target])
  const set = useMutation(
    trpc.responses.setTarget.mutationOptions({
      onSuccess: () => cache.invalidateQueries({ queryKey: trpc.responses.dashboard.queryKey({ round }) }),
    }),
  )
  const share = shareIn(typed)
  const keep = () => {
    if (share === undefined || share === target) setTyped(typedOf(target))
    else set.mutate({ round, group, share })
  }
  return (
    <>
      <Input
        data-size="sm"
        className={styles.target}
        inputMode="decimal"
        aria-label={t('groups.targetOf', { group: name })}
        aria-invalid={share === undefined || set.isError}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={keep}
        onKeyDown={event => {
          if (event.key === 'Enter') keep()
        }}
      />
      <span className="ts-visually-hidden" role="status">
        {set.isSuccess && t('groups.saved')}
        {set.isError && set.error.message}
      </span>
    </>
  )
}

import { Alert, Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { DialogFrame } from '../ui/dialog-frame.tsx'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import styles from './entries.module.css'
import { useEntriesChanged } from './use-entries-changed.ts'

/** Says where entries stand otherwise than the register, without anybody having decided so, and takes that over. */
export function Differences({ round }: { round: Round }) {
  const { t } = useTranslation('entries')
  const locale = useLocale()
  const [open, setOpen] = useState(false)
  const found = useQuery(trpc.entries.register.queryOptions({ round: round.id }))
  const changed = useEntriesChanged()
  const recompute = useMutation(
    trpc.entries.recompute.mutationOptions({
      onSuccess: async () => {
        await changed()
        setOpen(false)
      },
    }),
  )
  const differing = found.data?.filter(one => !one.overridden) ?? []
  if (differing.length === 0) return null
  const title = (category: string | null) =>
    category === null ? t('noCategory') : (round.rubric.categories[category]?.title ?? category)
  const people = (count: number | null) =>
    count === null ? '–' : t('people', { count, people: new Intl.NumberFormat(locale).format(count) })
  const words = ({ category, population, ineligible }: (typeof differing)[number]['stands']) =>
    [title(category), people(population), ineligible && t('ineligible')].filter(Boolean).join(', ')
  return (
    <Alert data-color="info" className={styles.differs ?? ''}>
      {t('differs.text', { count: differing.length })}{' '}
      <Button data-size="sm" variant="secondary" onClick={() => setOpen(true)}>
        {t('differs.see')}
      </Button>
      <DialogFrame
        open={open}
        title={t('differs.title')}
        lead={t('differs.lead')}
        close={() => setOpen(false)}
      >
        <ul className={styles.bad}>
          {differing.map(({ entry, name, stands, register }) => (
            <li key={entry}>
              <strong>{name}</strong>
              <p>{t('differs.change', { from: words(stands), to: words(register) })}</p>
            </li>
          ))}
        </ul>
        {recompute.isError && <Problem error={recompute.error} />}
        <Button
          loading={recompute.isPending}
          onClick={() => recompute.mutate({ round: round.id, entries: differing.map(({ entry }) => entry) })}
        >
          {t('differs.take', { count: differing.length })}
        </Button>
      </DialogFrame>
    </Alert>
  )
}

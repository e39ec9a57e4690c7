import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { Problem } from '../ui/states.tsx'
import styles from './details.module.css'
import { type DetailsProps, goesOn } from './details.ts'
import { DEGREES } from './entries-search.ts'
import { useEntriesChanged } from './use-entries-changed.ts'

/** Whether an entry competes, benchmarks itself, or only contributes. */
export function DetailsDegree({ round, entry }: DetailsProps) {
  const { t } = useTranslation('entries')
  const id = useId()
  const changed = useEntriesChanged()
  const set = useMutation(trpc.entries.setParticipation.mutationOptions({ onSuccess: changed }))
  const may = goesOn(round) && entry.register !== undefined
  return (
    <section className={styles.part} aria-label={t('degreeLabel')}>
      <h3>{t('degreeLabel')}</h3>
      {may ? (
        <Field data-size="sm">
          <Label htmlFor={id} className="ts-visually-hidden">
            {t('degreeLabel')}
          </Label>
          <Select
            id={id}
            value={entry.participation}
            disabled={set.isPending}
            onChange={({ target }) => {
              const participation = DEGREES.find(one => one === target.value)
              if (participation) set.mutate({ round: round.id, entry: entry.id, participation })
            }}
          >
            {DEGREES.map(degree => (
              <Select.Option key={degree} value={degree}>
                {t(`degree.${degree}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      ) : (
        <p>{t(`degree.${entry.participation}`)}</p>
      )}
      <p className="ts-muted">{t(`degreeText.${entry.participation}`)}</p>
      {set.isError && <Problem error={set.error} />}
    </section>
  )
}

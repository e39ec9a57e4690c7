import { Button, Field, Label, Select, Tag, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { formatDay } from '../ui/dates.ts'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import styles from './details.module.css'
import { type DetailsProps, goesOn } from './details.ts'
import { useEntriesChanged } from './use-entries-changed.ts'

/** Class and eligibility: what the register says on the reference date, and what was decided otherwise, with the reason. */
export function DetailsClass({ round, entry }: DetailsProps) {
  const { t } = useTranslation('entries')
  const locale = useLocale()
  const [deciding, setDeciding] = useState(false)
  const changed = useEntriesChanged()
  const takeBack = useMutation(trpc.entries.recompute.mutationOptions({ onSuccess: changed }))
  const title = (category: string | null | undefined) =>
    category == null ? t('noCategory') : (round.rubric.categories[category]?.title ?? category)
  const { register, ineligible, overrideReason } = entry
  const differs =
    register?.category !== entry.category ||
    register?.ineligible !== ineligible ||
    register?.population !== entry.population
  return (
    <section className={styles.part} aria-label={t('class.title')}>
      <h3>{t('class.title')}</h3>
      <div className={styles.line}>
        <strong>{title(entry.category)}</strong>
        {overrideReason != null && (
          <Tag data-size="sm" data-color="warning">
            {t('decided')}
          </Tag>
        )}
        {ineligible && (
          <Tag data-size="sm" data-color="warning">
            {t('ineligible')}
          </Tag>
        )}
      </div>
      {overrideReason != null && <p>{t('details.because', { reason: overrideReason })}</p>}
      {register && (
        <p className="ts-muted">
          {t('class.register', {
            date: formatDay(round.referenceDate, locale),
            category: title(register.category),
            population:
              register.population === null ? '–' : new Intl.NumberFormat(locale).format(register.population),
          })}{' '}
          {register.ineligible && t('class.registerIneligible')}
        </p>
      )}
      {goesOn(round) && (
        <div className={styles.buttons}>
          {!deciding && (
            <Button data-size="sm" variant="secondary" onClick={() => setDeciding(true)}>
              {t('class.decide')}
            </Button>
          )}
          {differs && (
            <Button
              data-size="sm"
              variant="tertiary"
              loading={takeBack.isPending}
              onClick={() => takeBack.mutate({ round: round.id, entries: [entry.id] })}
            >
              {t('class.takeBack')}
            </Button>
          )}
        </div>
      )}
      {takeBack.isError && <Problem error={takeBack.error} />}
      {deciding && <Decide round={round} entry={entry} done={() => setDeciding(false)} />}
    </section>
  )
}

const NONE = '-'

function Decide({ round, entry, done }: DetailsProps & { done: () => void }) {
  const { t } = useTranslation('entries')
  const ids = { category: useId(), eligible: useId() }
  const [category, setCategory] = useState(entry.category ?? NONE)
  const [eligible, setEligible] = useState(entry.ineligible ? 'no' : 'yes')
  const [reason, setReason] = useState('')
  const changed = useEntriesChanged()
  const override = useMutation(
    trpc.entries.override.mutationOptions({ onSuccess: () => changed().then(done) }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    override.mutate({
      round: round.id,
      entry: entry.id,
      category: category === NONE ? null : category,
      eligible: eligible === 'yes',
      reason: reason.trim(),
    })
  }
  return (
    <form className={styles.fields} onSubmit={submit}>
      <Field data-size="sm">
        <Label htmlFor={ids.category}>{t('category')}</Label>
        <Select id={ids.category} value={category} onChange={({ target }) => setCategory(target.value)}>
          {Object.entries(round.rubric.categories).map(([key, { title }]) => (
            <Select.Option key={key} value={key}>
              {title}
            </Select.Option>
          ))}
          <Select.Option value={NONE}>{t('noCategory')}</Select.Option>
        </Select>
      </Field>
      <Field data-size="sm">
        <Label htmlFor={ids.eligible}>{t('class.eligible')}</Label>
        <Select id={ids.eligible} value={eligible} onChange={({ target }) => setEligible(target.value)}>
          <Select.Option value="yes">{t('class.yes')}</Select.Option>
          <Select.Option value="no">{t('class.no')}</Select.Option>
        </Select>
      </Field>
      <Textfield
        data-size="sm"
        label={t('reasonLabel')}
        multiline
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {override.isError && <Problem error={override.error} />}
      <Button type="submit" data-size="sm" disabled={reason.trim() === ''} loading={override.isPending}>
        {t('class.save')}
      </Button>
    </form>
  )
}

import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { refusalOf } from '../refused.ts'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import styles from './details.module.css'
import { type DetailsProps, goesOn } from './details.ts'
import { OfferedAnswers } from './offered-answers.tsx'
import { type PickedUnit, UnitPicker } from './unit-picker.tsx'
import { useEntriesChanged } from './use-entries-changed.ts'

/** Takes part alone, or as one with others. */
export function DetailsJoint({ round, entry }: DetailsProps) {
  const { t } = useTranslation('entries')
  const [joining, setJoining] = useState(false)
  const changed = useEntriesChanged()
  const split = useMutation(trpc.entries.split.mutationOptions({ onSuccess: changed }))
  const joint = entry.units.length > 1
  const may = goesOn(round)
  return (
    <section className={styles.part} aria-label={t('joint.title')}>
      <h3>{t('joint.title')}</h3>
      <p className="ts-muted">
        {joint ? t('joint.is', { names: entry.units.map(unit => unit.name).join(', ') }) : t('joint.alone')}
      </p>
      {may && joint && (
        <div className={styles.buttons}>
          <Button
            data-size="sm"
            variant="secondary"
            loading={split.isPending}
            onClick={() => split.mutate({ round: round.id, entry: entry.id })}
          >
            {t('joint.split')}
          </Button>
        </div>
      )}
      {may && !joint && !joining && (
        <div className={styles.buttons}>
          <Button data-size="sm" variant="secondary" onClick={() => setJoining(true)}>
            {t('joint.button')}
          </Button>
        </div>
      )}
      {split.isError && <Problem error={split.error} />}
      {joining && <Join round={round} entry={entry} done={() => setJoining(false)} />}
      <OfferedAnswers round={round} entry={entry} />
    </section>
  )
}

const BY_REGISTER = ''

function Join({ round, entry, done }: DetailsProps & { done: () => void }) {
  const { t } = useTranslation('entries')
  const locale = useLocale()
  const id = useId()
  const [others, setOthers] = useState<readonly PickedUnit[]>([])
  const [title, setTitle] = useState('')
  const [category, setCategory] = useState(BY_REGISTER)
  const [reason, setReason] = useState('')
  const units = [...entry.units, ...others]
  const changed = useEntriesChanged()
  const join = useMutation(trpc.entries.join.mutationOptions({ onSuccess: () => changed().then(done) }))
  const meant = useQuery(
    trpc.entries.who.queryOptions(
      { round: round.id, whom: { units: units.map(unit => unit.id) } },
      { enabled: others.length > 0, placeholderData: before => before },
    ),
  )
  const together = meant.data?.reduce<number | null>(
    (sum, { population }) => (sum === null || population === null ? null : sum + population),
    0,
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    join.mutate({
      round: round.id,
      units: units.map(unit => unit.id),
      title: title.trim(),
      reason: reason.trim(),
      ...(category !== BY_REGISTER && { category }),
    })
  }
  const classes = join.isError && refusalOf(join.error)?.code === 'has-problems'
  return (
    <form className={styles.fields} onSubmit={submit}>
      <UnitPicker
        label={t('joint.with')}
        date={round.referenceDate}
        picked={others}
        pick={picked => setOthers(picked.filter(one => !entry.units.some(unit => unit.id === one.id)))}
      />
      {others.length > 0 && meant.data && (
        <ul className={styles.meant}>
          {meant.data.map(one => (
            <li key={one.unit}>
              {one.name}
              <span className="ts-muted">
                {one.category === null
                  ? t('noCategory')
                  : (round.rubric.categories[one.category]?.title ?? one.category)}
                {one.entry && ` · ${t(`state.${one.entry.state}`)}`}
              </span>
            </li>
          ))}
          <li>
            {t('joint.together')}
            <span>{together == null ? '–' : new Intl.NumberFormat(locale).format(together)}</span>
          </li>
        </ul>
      )}
      <Textfield
        data-size="sm"
        label={t('joint.name')}
        maxLength={200}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
      />
      <Field data-size="sm">
        <Label htmlFor={id}>{t('category')}</Label>
        <Select id={id} value={category} onChange={({ target }) => setCategory(target.value)}>
          <Select.Option value={BY_REGISTER}>{t('joint.byRegister')}</Select.Option>
          {Object.entries(round.rubric.categories).map(([key, { title: words }]) => (
            <Select.Option key={key} value={key}>
              {words}
            </Select.Option>
          ))}
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
      {classes ? <p role="alert">{t('joint.classes')}</p> : join.isError && <Problem error={join.error} />}
      <Button
        type="submit"
        data-size="sm"
        disabled={others.length === 0 || title.trim() === '' || reason.trim() === ''}
        loading={join.isPending}
      >
        {t('joint.submit')}
      </Button>
    </form>
  )
}

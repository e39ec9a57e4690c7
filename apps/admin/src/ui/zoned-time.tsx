import { Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from './dates.ts'
import { useLocale } from './locale.ts'
import styles from './zoned-time.module.css'
import { momentsOf, offsetAt, ownZone, shownIn } from './zones.ts'

type Props = {
  label: ReactNode
  /** ISO-8601 UTC; null for none. */
  value: string | null
  /** In which it is written. */
  zone: string
  put: (value: string | null) => void
  readOnly?: boolean
  error?: ReactNode
}

/**
 * A moment, written as the clocks of a zone show it. An hour that clocks skip is refused, and makes the form that it is in
 * invalid; one that comes twice asks which. The reader's own time is told where it is another.
 */
export function ZonedTime({ label, value, zone, put, readOnly = false, error }: Props) {
  const { t } = useTranslation('stages')
  const locale = useLocale()
  /** What is written but is no time. */
  const [skipped, setSkipped] = useState<string | null>(null)
  const shown = skipped ?? shownIn(value, zone)
  const moments = momentsOf(shown, zone)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => input.current?.setCustomValidity(skipped === null ? '' : t('field.skipped')), [skipped, t])
  const write = (text: string) => {
    const [first = null] = momentsOf(text, zone)
    setSkipped(text !== '' && first === null ? text : null)
    if (text === '' || first !== null) put(first)
  }
  return (
    <div className={styles.field}>
      <Textfield
        ref={input}
        data-size="sm"
        type="datetime-local"
        label={label}
        readOnly={readOnly}
        value={shown}
        onChange={event => write(event.target.value)}
        error={skipped === null ? error : t('field.skipped')}
        {...(value !== null &&
          skipped === null &&
          zone !== ownZone() && { description: t('field.yours', { at: formatTime(value, locale) }) })}
      />
      {moments.length === 2 && value !== null && !readOnly && (
        <Twice moments={moments} value={value} zone={zone} put={put} />
      )}
    </div>
  )
}

function Twice({
  moments,
  value,
  zone,
  put,
}: { moments: readonly string[] } & Pick<Props, 'zone' | 'put'> & { value: string }) {
  const { t } = useTranslation('stages')
  const id = useId()
  return (
    <Field data-size="sm">
      <Label htmlFor={id}>{t('field.twice')}</Label>
      <Select id={id} value={value} onChange={event => put(event.target.value)}>
        {moments.map((moment, i) => (
          <Select.Option key={moment} value={moment}>
            {t(i === 0 ? 'field.first' : 'field.second', { offset: offsetAt(moment, zone) })}
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

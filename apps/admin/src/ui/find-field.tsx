import { Search } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'

type Props = {
  label: string
  value: string | undefined
  /** Nothing is sought when the field is empty. */
  find: (text: string | undefined) => void
  /** Of a visible label that stands above the field. */
  id?: string
  placeholder?: string
}

/** Words to find something by. */
export function FindField({ label, value, find, id, placeholder = label }: Props) {
  const { t } = useTranslation()
  return (
    <Search data-size="sm">
      <Search.Input
        {...(id !== undefined && { id })}
        aria-label={label}
        placeholder={placeholder}
        autoComplete="off"
        value={value ?? ''}
        onChange={event => find(event.target.value || undefined)}
      />
      <Search.Clear aria-label={t('clearSearch')} />
    </Search>
  )
}

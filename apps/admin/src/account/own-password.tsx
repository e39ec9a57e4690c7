import { Textfield } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'

type Props = { value: string; onChange: (value: string) => void }

/** Who has a password says it before something that would make them easier to be taken for. */
export function OwnPassword({ value, onChange }: Props) {
  const { t } = useTranslation('account')
  return (
    <Textfield
      label={t('second.yourPassword')}
      type="password"
      autoComplete="current-password"
      maxLength={128}
      value={value}
      onChange={event => onChange(event.target.value)}
    />
  )
}

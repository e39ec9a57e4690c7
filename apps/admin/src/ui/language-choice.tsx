import { Select } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { chooseLanguage, LANGUAGES, type Language } from '../text/i18n.ts'

export function LanguageChoice() {
  const { t, i18n } = useTranslation()
  return (
    <Select
      data-size="sm"
      width="auto"
      aria-label={t('language')}
      value={i18n.language}
      onChange={event => chooseLanguage(event.target.value as Language)}
    >
      {Object.entries(LANGUAGES).map(([code, name]) => (
        <Select.Option key={code} value={code} lang={code}>
          {name}
        </Select.Option>
      ))}
    </Select>
  )
}

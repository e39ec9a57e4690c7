import { Alert } from '@digdir/designsystemet-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import type { Preview } from './responses.ts'

const RECENT = 3 * 24 * 60 * 60 * 1000

/** Who gets the letter, who got one lately, and who cannot be reached. */
export function Reached({ preview: { recipients, unreachable } }: { preview: Preview }) {
  const { t } = useTranslation('responses')
  const locale = useLocale()
  const since = Date.now() - RECENT
  const recently = recipients.filter(one => one.reminded !== null && Date.parse(one.reminded) > since).length
  const names = new Intl.ListFormat(locale).format(unreachable.map(one => one.name))
  return (
    <>
      {recipients.length > 0 && (
        <p role="status">
          {t('remind.reached', { count: recipients.length })}
          {recently > 0 && ` ${t('remind.recently', { count: recently })}`}
        </p>
      )}
      {unreachable.length > 0 && (
        <Alert data-color="warning" data-size="sm">
          {t('remind.unreachable', { count: unreachable.length, names })}
        </Alert>
      )}
    </>
  )
}

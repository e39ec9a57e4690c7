import { useTranslation } from 'react-i18next'

/** What a kind of stage is called in the reader's language. */
export function useStageName(): (kind: string) => string {
  const { t } = useTranslation()
  return kind => t(`stage.${kind as 'jury'}`)
}

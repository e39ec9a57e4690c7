import { useTranslation } from 'react-i18next'
import { nameOfPath } from './path-name.ts'
import { useEditing } from './use-draft.ts'

/** Says in the reader's language what a path is about: "Weight of “Open data”". */
export function usePathWords(): (path: string, own?: boolean) => string {
  const { t } = useTranslation('setUp')
  const { t: frame } = useTranslation()
  const { round } = useEditing()
  return (path, own = true) => {
    const { setting, name } = nameOfPath(round.base, path, own)
    return t(`about.${setting}`, { name: setting === 'stage' ? frame(`stage.${name as 'jury'}`) : name })
  }
}

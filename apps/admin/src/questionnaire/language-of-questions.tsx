import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { useLocale } from '../ui/locale.ts'

type Props = { languages: readonly string[]; language: string }

/** The questions in another of the rubric's languages; answers stay as they are. */
export function LanguageOfQuestions({ languages, language }: Props) {
  const { t } = useTranslation('answering')
  const locale = useLocale()
  const navigate = useNavigate({ from: '/rounds/$round/answer/$entry' })
  if (languages.length < 2) return null
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  return (
    <FilterChoice
      label={t('language')}
      value={language}
      choose={lang =>
        navigate({
          search: ({ lang: _, ...search }) => ({ ...search, ...(lang !== undefined && { lang }) }),
          replace: true,
          resetScroll: false,
        })
      }
    >
      {languages.map(one => (
        <option key={one} value={one}>
          {names.of(one)}
        </option>
      ))}
    </FilterChoice>
  )
}

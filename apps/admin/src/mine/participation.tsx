import { Field, Label, Select } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { useLocale } from '../ui/locale.ts'
import { Problem } from '../ui/states.tsx'
import styles from './mine.module.css'
import type { MyEntry } from './my-entry.ts'

const DEGREES = ['compete', 'benchmark', 'anonymous', 'contribute'] as const

/** How an entry takes part, and in which language it answers; the lead's to choose while one may answer. */
export function Participation({ round, entry }: { round: string; entry: MyEntry }) {
  const { t, i18n } = useTranslation('mine')
  const locale = useLocale()
  const ids = { degree: useId(), language: useId() }
  const cache = useQueryClient()
  const found = useQuery(trpc.rounds.get.queryOptions({ id: round, lang: i18n.language }))
  const view = useQuery(trpc.answers.questionnaire.queryOptions({ round, entry: entry.id }))
  const choose = useMutation(
    trpc.entries.choose.mutationOptions({
      onSuccess: () =>
        Promise.all([
          cache.invalidateQueries({ queryKey: trpc.entries.mine.queryKey({ round }) }),
          cache.invalidateQueries({
            queryKey: trpc.answers.questionnaire.queryKey({ round, entry: entry.id }),
          }),
        ]),
    }),
  )
  const languages = found.data?.rubric.languages ?? []
  const language = view.data?.entry.language ?? languages.find(one => one === i18n.language) ?? languages[0]
  if (language === undefined) return null
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const set = (change: { participation?: MyEntry['participation']; language?: string }) =>
    choose.mutate({ round, entry: entry.id, participation: entry.participation, language, ...change })
  return (
    <div className={styles.choices}>
      <Field data-size="sm">
        <Label htmlFor={ids.degree}>{t('participation.label')}</Label>
        <Select
          id={ids.degree}
          value={entry.participation}
          onChange={({ target }) => {
            const participation = DEGREES.find(one => one === target.value)
            if (participation) set({ participation })
          }}
        >
          {DEGREES.map(degree => (
            <Select.Option key={degree} value={degree}>
              {t(`participation.${degree}`)}
            </Select.Option>
          ))}
        </Select>
        <small className="ts-muted">{t(`participation.${entry.participation}Text`)}</small>
      </Field>
      {languages.length > 1 && (
        <Field data-size="sm">
          <Label htmlFor={ids.language}>{t('participation.language')}</Label>
          <Select
            id={ids.language}
            value={language}
            onChange={({ target }) => set({ language: target.value })}
          >
            {languages.map(one => (
              <Select.Option key={one} value={one}>
                {names.of(one)}
              </Select.Option>
            ))}
          </Select>
        </Field>
      )}
      {choose.isError && <Problem error={choose.error} />}
    </div>
  )
}

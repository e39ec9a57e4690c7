import { Field, Label, Search, Select, Textfield } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './units.module.css'
import { COUNTRIES, KINDS, unitsSearch } from './units-search.ts'

const route = getRouteApi('/units')

/** What is looked for; the address carries it. */
export function SearchForm() {
  const { t } = useTranslation('units')
  const { t: frame } = useTranslation()
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/units' })
  const [country, kind] = [useId(), useId()]
  const set = (change: Record<string, string | undefined>) =>
    navigate({ search: before => unitsSearch({ ...before, ...change }), replace: true, resetScroll: false })
  return (
    <search className={styles.form} aria-label={t('search')}>
      <Search className={styles.text}>
        <Search.Input
          aria-label={t('text')}
          placeholder={t('text')}
          value={search.text ?? ''}
          onChange={event => set({ text: event.target.value || undefined })}
        />
        <Search.Clear />
      </Search>
      <Field className={styles.choice}>
        <Label htmlFor={country}>{t('country')}</Label>
        <Select
          id={country}
          value={search.country ?? ''}
          onChange={event => set({ country: event.target.value || undefined })}
        >
          <Select.Option value="">{t('all')}</Select.Option>
          {COUNTRIES.map(code => (
            <Select.Option key={code} value={code}>
              {frame(`country.${code}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field className={styles.choice}>
        <Label htmlFor={kind}>{t('kind')}</Label>
        <Select
          id={kind}
          value={search.kind ?? ''}
          onChange={event => set({ kind: event.target.value || undefined })}
        >
          <Select.Option value="">{t('all')}</Select.Option>
          {KINDS.map(one => (
            <Select.Option key={one} value={one}>
              {frame(`kind.${one}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield
        className={styles.choice}
        type="date"
        label={t('date')}
        value={search.date ?? ''}
        onChange={event => set({ date: event.target.value || undefined })}
      />
    </search>
  )
}

import { Button, Checkbox, Select, Textfield } from '@digdir/designsystemet-react'
import { getRouteApi } from '@tanstack/react-router'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FilterBar } from '../ui/filter-bar.tsx'
import { FilterChoice } from '../ui/filter-choice.tsx'
import { FindField } from '../ui/find-field.tsx'
import { StepHead } from './step-head.tsx'
import { filterTexts, TEXT_KINDS, type TextKind, type TextRow, textRows } from './text-rows.ts'
import styles from './texts.module.css'
import { useBaseTexts } from './use-base-texts.ts'
import { useEditing } from './use-draft.ts'
import { useKept } from './use-kept.ts'

const route = getRouteApi('/rounds/$round/set-up')
const PAGE = 25

/** Every wording of the edition; a round may have its own. */
export function TextsStep() {
  const { t } = useTranslation('setUp')
  const { draft } = useEditing()
  const { at } = route.useSearch()
  const base = useBaseTexts()
  const [search, setSearch] = useState('')
  const [kind, setKind] = useState<TextKind | ''>('')
  const [onlyChanged, setOnlyChanged] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const sought = useDeferredValue(search)
  const rows = useMemo(() => textRows(base, draft.texts), [base, draft.texts])
  const found = useMemo(
    () => filterTexts(rows, { search: sought, kind, onlyChanged, at }),
    [rows, sought, kind, onlyChanged, at],
  )
  const kinds = TEXT_KINDS.filter(one => rows.some(row => row.kind === one))
  return (
    <>
      <StepHead title={t('step.texts')} lead={t('texts.lead')} />
      <FilterBar label={t('texts.filter')}>
        <FindField label={t('texts.search')} value={search} find={text => setSearch(text ?? '')} />
        <FilterChoice
          label={t('texts.of')}
          value={kind}
          choose={one => setKind((one ?? '') as TextKind | '')}
        >
          <Select.Option value="">{t('texts.all')}</Select.Option>
          {kinds.map(one => (
            <Select.Option key={one} value={one}>
              {t(`texts.kind.${one}`)}
            </Select.Option>
          ))}
        </FilterChoice>
        <Checkbox
          data-size="sm"
          label={t('texts.onlyChanged')}
          checked={onlyChanged}
          onChange={event => setOnlyChanged(event.target.checked)}
        />
      </FilterBar>
      <p role="status" className="ts-muted">
        {t('texts.found', { count: found.length })}
      </p>
      <ul className={styles.list}>
        {found.slice(0, shown).map(row => (
          <TextItem key={row.path} row={row} />
        ))}
      </ul>
      {found.length > shown && (
        <Button variant="secondary" data-size="sm" onClick={() => setShown(shown + PAGE)}>
          {t('texts.more', { shown, count: found.length })}
        </Button>
      )}
    </>
  )
}

function TextItem({ row }: { row: TextRow }) {
  const { t } = useTranslation('setUp')
  const { round, readOnly, change } = useEditing()
  const kept = useKept(row.text, text => {
    if (text.trim() === '') return false
    change(row.path, { texts: { [row.path]: text === row.own ? null : text } })
    return true
  })
  return (
    <li>
      <Textfield
        data-size="sm"
        label={[t(`texts.kind.${row.kind}`), row.of, row.part === 'name' ? '' : t(`texts.part.${row.part}`)]
          .filter(Boolean)
          .join(' · ')}
        description={row.path}
        data-at={row.path}
        multiline
        rows={Math.min(6, Math.ceil(row.text.length / 90))}
        lang={round.base.baseLanguage}
        maxLength={10_000}
        readOnly={readOnly}
        {...kept.field}
        error={kept.bad && t('texts.empty')}
      />
      {row.changed && (
        <p className={styles.own}>
          <span>{t('texts.own')}</span> <q lang={round.base.baseLanguage}>{row.own}</q>
          {!readOnly && (
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() => change(row.path, { texts: { [row.path]: null } })}
            >
              {t('putBack')}
            </Button>
          )}
        </p>
      )}
    </li>
  )
}

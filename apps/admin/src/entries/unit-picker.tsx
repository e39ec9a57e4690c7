import { Button, Tag } from '@digdir/designsystemet-react'
import { PlusIcon, XMarkIcon } from '@navikt/aksel-icons'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import { FindField } from '../ui/find-field.tsx'
import styles from './entries.module.css'

export type PickedUnit = { id: string; name: string }

type Props = {
  label: string
  /** On which units exist that can be picked. */
  date: string
  /** Of the register; empty = any. */
  kinds?: readonly string[]
  picked: readonly PickedUnit[]
  pick: (units: readonly PickedUnit[]) => void
  /** Says which of several leads. */
  hasLead?: boolean
}

/** Units of the register, searched by name or code, in the order in which they were picked. */
export function UnitPicker({ label, date, kinds = [], picked, pick, hasLead = false }: Props) {
  const { t } = useTranslation('entries')
  const [text, setText] = useState('')
  const sought = useDeferredValue(text.trim())
  const found = useQuery(
    trpc.units.search.queryOptions(
      { text: sought, date },
      { enabled: sought.length > 1, placeholderData: before => before },
    ),
  )
  const rows = sought.length > 1 ? (found.data ?? []) : []
  const free = rows
    .filter(unit => kinds.length === 0 || kinds.includes(unit.kind))
    .filter(unit => !picked.some(one => one.id === unit.id))
    .slice(0, 8)
  const id = useId()
  return (
    <div className={styles.picker}>
      <label htmlFor={id}>{label}</label>
      <FindField
        id={id}
        label={label}
        placeholder={t('pick.find')}
        value={text}
        find={words => setText(words ?? '')}
      />
      <p className="ts-visually-hidden" role="status">
        {sought.length > 1 && t('pick.found', { count: free.length })}
      </p>
      {free.length > 0 && (
        <ul className={styles.found}>
          {free.map(({ id: unit, name }) => (
            <li key={unit}>
              <Button
                variant="tertiary"
                data-size="sm"
                onClick={() => {
                  pick([...picked, { id: unit, name }])
                  setText('')
                }}
              >
                <PlusIcon aria-hidden />
                {name} <span className="ts-muted">{unit}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {picked.length > 0 && (
        <ul className={styles.chosen} aria-label={t('pick.chosen')}>
          {picked.map((unit, at) => (
            <li key={unit.id}>
              {unit.name}
              {hasLead && picked.length > 1 && at === 0 && <Tag data-size="sm">{t('pick.lead')}</Tag>}
              <button
                type="button"
                aria-label={t('pick.take', { name: unit.name })}
                onClick={() => pick(picked.filter(one => one.id !== unit.id))}
              >
                <XMarkIcon aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

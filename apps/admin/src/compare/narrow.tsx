import { Button, Chip, Select, Textfield } from '@digdir/designsystemet-react'
import { bandsOf } from '@tumstock/engine/bands'
import { type ReactNode, useId, useState } from 'react'
import { FilterChoice } from '../ui/filter-choice.tsx'
import styles from './compare.module.css'
import { type CompareSearch, listed, listText, MOST_MARKED, toggled } from './compare-search.ts'
import { BOUNDS, type Comparison, refusalOf, WHOLE } from './comparison.ts'
import { useWords } from './use-words.ts'

type Names = ReadonlyMap<string, { name: string; country: string }>

type Props = {
  comparison: Comparison
  dimensions: readonly string[]
  names: Names
  search: CompareSearch
  set: (change: Partial<CompareSearch>) => void
  /** How many are shown, of how many, and why some are not. */
  count: ReactNode
}

/** Narrows all pictures alike, and highlights one or two units in all of them. */
export function Narrow({ comparison, dimensions, names, search, set, count }: Props) {
  const words = useWords()
  const { tc, t } = words
  const marked = listed(search.mark)
  const nameOf = (unit: string) => names.get(unit)?.name ?? unit
  const narrow = search.kind || search.band || search.peers
  return (
    <search className={styles.narrow} aria-label={tc('filters')}>
      <MarkField names={names} marked={marked} mark={next => set({ mark: listText(next) })} />
      <FilterChoice
        label={tc('kind')}
        value={search.kind}
        choose={kind => set({ kind: kind as 'county' | undefined })}
      >
        <Select.Option value="">{tc('all')}</Select.Option>
        {(['municipality', 'county'] as const).map(kind => (
          <Select.Option key={kind} value={kind}>
            {t(`kind.${kind}`)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={tc('band')} value={search.band} choose={band => set({ band })}>
        <Select.Option value="">{tc('all')}</Select.Option>
        {bandsOf(BOUNDS).map(({ id }) => (
          <Select.Option key={id} value={id}>
            {words.band(id)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={tc('peers')} value={search.peers} choose={peers => set({ peers })}>
        <Select.Option value="">
          {tc(marked.length > 0 || search.peers ? 'peersNone' : 'peersHint')}
        </Select.Option>
        {[...new Set([...marked, ...listed(search.peers)])].map(unit => (
          <Select.Option key={unit} value={unit}>
            {nameOf(unit)}
          </Select.Option>
        ))}
      </FilterChoice>
      <FilterChoice label={tc('by')} value={search.by} choose={by => set({ by })}>
        <Select.Option value="">{tc('whole')}</Select.Option>
        {dimensions
          .filter(id => id !== WHOLE && !refusalOf(comparison, id))
          .map(id => (
            <Select.Option key={id} value={id}>
              {words.dimension(id)}
            </Select.Option>
          ))}
      </FilterChoice>
      <div className={styles.marked}>
        {marked.map(unit => (
          <Chip.Removable
            key={unit}
            data-size="sm"
            aria-label={tc('markDrop', { name: nameOf(unit) })}
            onClick={() => set({ mark: listText(toggled(marked, unit, MOST_MARKED)) })}
          >
            {nameOf(unit)}
          </Chip.Removable>
        ))}
        <span className={styles.count} role="status">
          {count}
        </span>
        {narrow && (
          <Button
            data-size="sm"
            variant="tertiary"
            onClick={() => set({ kind: undefined, band: undefined, peers: undefined })}
          >
            {tc('clear')}
          </Button>
        )}
      </div>
    </search>
  )
}

type MarkProps = { names: Names; marked: readonly string[]; mark: (units: string[]) => void }

/** A name that is chosen from the list, or typed in full, is highlighted at once. */
function MarkField({ names, marked, mark }: MarkProps) {
  const { tc, t } = useWords()
  const [text, setText] = useState('')
  const list = useId()
  const options = [...names].map(([unit, { name, country }]) => ({
    unit,
    text: `${name} (${t(`country.${country as 'NO'}`)})`,
  }))
  const type = (typed: string) => {
    const found = options.find(option => option.text === typed)
    setText(found ? '' : typed)
    if (found && !marked.includes(found.unit)) mark(toggled(marked, found.unit, MOST_MARKED))
  }
  return (
    <>
      <Textfield
        data-size="sm"
        label={tc('mark')}
        list={list}
        value={text}
        autoComplete="off"
        placeholder={tc('markHint')}
        onChange={event => type(event.target.value)}
      />
      <datalist id={list}>
        {options
          .toSorted((a, b) => a.text.localeCompare(b.text))
          .map(option => (
            <option key={option.unit} value={option.text} />
          ))}
      </datalist>
    </>
  )
}

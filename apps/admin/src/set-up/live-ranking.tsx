import { Field, Label, Select } from '@digdir/designsystemet-react'
import { formatScore } from '@tumstock/engine/display'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '../ui/locale.ts'
import { Loading, Problem } from '../ui/states.tsx'
import { MarkTag } from '../ui/tags.tsx'
import styles from './ranking.module.css'
import { useEditing } from './use-draft.ts'
import type { WhatIf } from './use-what-if.ts'
import type { Moved } from './what-if.ts'

const SHOWN = 15
const MORE = 50

/** In one line what the moves come to; stays in sight while the weights are moved. */
export function MovesLine({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useTranslation('setUp')
  if (whatIf.state !== 'ready') return null
  const { moves } = whatIf
  return (
    <p className={styles.summary} role="status">
      {moves ? t('ranking.changed', { count: moves.changed, of: moves.of }) : t('ranking.none')}
    </p>
  )
}

/** Who is where with these weights, and who moved against the edition's own. */
export function LiveRanking({ whatIf }: { whatIf: WhatIf }) {
  const { t } = useTranslation('setUp')
  return (
    <section className={styles.ranking} aria-labelledby="live-ranking">
      <h3 id="live-ranking">{t('ranking.title')}</h3>
      {whatIf.state === 'loading' && <Loading rows={4} />}
      {whatIf.state === 'failed' && <Problem error={whatIf.error} retry={whatIf.retry} />}
      {whatIf.state === 'impossible' && <p className="ts-muted">{t(`ranking.${whatIf.why}`)}</p>}
      {whatIf.state === 'ready' && <Ranking {...whatIf} />}
    </section>
  )
}

type Ready = Extract<WhatIf, { state: 'ready' }>

function Ranking({ from, names, after, moves }: Ready) {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const [within, setWithin] = useState('')
  const [order, setOrder] = useState<'rank' | 'moved'>('rank')
  const [shown, setShown] = useState(SHOWN)
  const rows = useMemo(() => {
    if (!after || !moves) return []
    const index = after.categories.indexOf(within)
    const chosen = within === '' ? moves.rows : moves.rows.filter(row => after.category[row.entry] === index)
    const rise = (row: Moved) => Math.abs(within === '' ? row.rise : row.categoryRise)
    return order === 'rank'
      ? chosen
      : chosen.filter(row => rise(row) > 0).toSorted((a, b) => rise(b) - rise(a))
  }, [after, moves, within, order])
  const categories = Object.entries(round.rubric.categories)
  const ids = [useId(), useId()]
  return (
    <>
      <p className={styles.from}>
        {from === null ? t('ranking.own') : t('ranking.from', { title: from.title })}
        {from?.kind === 'synthetic' && <MarkTag mark="synthetic" />}
      </p>
      <div className={styles.choices}>
        <Field data-size="sm">
          <Label htmlFor={ids[0]}>{t('ranking.within')}</Label>
          <Select id={ids[0]} value={within} onChange={event => setWithin(event.target.value)}>
            <Select.Option value="">{t('ranking.all')}</Select.Option>
            {categories.map(([id, { title }]) => (
              <Select.Option key={id} value={id}>
                {title}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Field data-size="sm">
          <Label htmlFor={ids[1]}>{t('ranking.order')}</Label>
          <Select id={ids[1]} value={order} onChange={event => setOrder(event.target.value as 'rank')}>
            <Select.Option value="rank">{t('ranking.byRank')}</Select.Option>
            <Select.Option value="moved">{t('ranking.byMoves')}</Select.Option>
          </Select>
        </Field>
      </div>
      {rows.length === 0 && after && <p className="ts-muted">{t('ranking.nobody')}</p>}
      <ol className={styles.list}>
        {rows.slice(0, shown).map((row, place) => (
          <Entry
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is a place; only its texts change when a weight moves.
            key={place}
            rank={within === '' ? row.rank : row.categoryRank}
            rise={within === '' ? row.rise : row.categoryRise}
            name={names[after?.ids[row.entry] ?? ''] ?? ''}
            value={after?.total.values[row.entry] ?? 0}
          />
        ))}
      </ol>
      {rows.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + MORE)}>
          {t('ranking.more', { shown, count: rows.length })}
        </button>
      )}
    </>
  )
}

const UP = 'M5 1 9.5 9h-9z'
const DOWN = 'M5 9 .5 1h9z'

function Entry({ rank, rise, name, value }: { rank: number; rise: number; name: string; value: number }) {
  const { t } = useTranslation('setUp')
  const { round } = useEditing()
  const locale = useLocale()
  return (
    <li>
      <span className="ts-figure">{rank}</span>
      <span className={styles.rise} data-way={Math.sign(rise)}>
        <svg viewBox="0 0 10 10" aria-hidden>
          <path d={rise === 0 ? '' : rise > 0 ? UP : DOWN} />
        </svg>
        <span aria-hidden>{rise === 0 ? '' : Math.abs(rise)}</span>
        <span className="ts-visually-hidden">
          {rise === 0 ? '' : t(rise > 0 ? 'ranking.up' : 'ranking.down', { count: Math.abs(rise) })}
        </span>
      </span>
      <span className={styles.name}>{name}</span>
      <span className="ts-figure">{formatScore(value, round.rubric.scale, locale)}</span>
    </li>
  )
}

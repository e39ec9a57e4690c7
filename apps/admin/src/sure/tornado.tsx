import { formatNumber } from '@tumstock/engine/display'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import type { Ask, Task } from './ask.ts'
import { type Change, type ChangeEnd, changesOf } from './changes.ts'
import { CHANGE_COLOUR } from './colour.ts'
import { type ChangeRow, drawChanges } from './draw-changes.ts'
import { Progress } from './progress.tsx'
import styles from './sure.module.css'
import { useAssumed } from './use-assumed.ts'
import { type Computed, useOutcome } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'
import { useTelling } from './use-telling.ts'

type TornadoTask = Extract<Task, { kind: 'tornado' }>

/** Rows of the picture; the table has them all. */
const SHOWN = 15

const LEGEND = [
  { kind: 'less', word: 'tornado.legendLess', shape: 'ring' },
  { kind: 'more', word: 'tornado.legendMore', shape: 'dot' },
  { kind: 'other', word: 'tornado.legendOther', shape: 'diamond' },
] as const

/**
 * One change at a time: what is assumed, and each criterion left out whether or not that is among it. @param ready whether
 * it may be computed now
 */
export function OneAtATime({ sure, ready }: { sure: Sure; ready: boolean }) {
  const { round, assumptions, category, one, offer } = sure
  const ask = useMemo((): Ask<TornadoTask> => {
    const leaves = offer.leaves > 1 && !assumptions.some(({ vary }) => vary === 'leaveOut')
    return {
      round: round.id,
      assumptions: leaves ? [...assumptions, { vary: 'leaveOut' }] : assumptions,
      ...(category !== undefined && { category }),
      task: { kind: 'tornado', ...(one !== undefined && { unit: one }) },
    }
  }, [round.id, assumptions, category, one, offer.leaves])
  const computing = useOutcome(sure, ready ? ask : null)
  const { last, current } = computing
  return (
    <>
      <Progress computing={computing} sure={sure} />
      {last && (
        <div className={styles.outcome} data-stale={!current}>
          <Changes sure={sure} last={last} />
        </div>
      )}
    </>
  )
}

function Changes({ sure, last: { ask, outcome } }: { sure: Sure; last: Computed<TornadoTask> }) {
  const { t } = useTranslation('sure')
  const telling = useTelling(sure)
  const { locale } = telling
  const { rubric, nameOf, entries, round } = sure
  const { unit } = outcome
  const provenance = useAssumed(sure, ask, 0)
  const changes = useMemo(
    () => changesOf(outcome, ask.assumptions, { ...telling, rubric }),
    [outcome, ask.assumptions, telling, rubric],
  )
  const moving = useMemo(() => movingOf(changes, unit?.rank), [changes, unit])
  const draw = useMemo(() => {
    const decimals = unit === undefined ? 2 : 0
    return drawChanges({
      rows: moving.slice(0, SHOWN),
      base: unit?.rank ?? 0,
      whole: unit !== undefined,
      axis: t(unit === undefined ? 'tornado.axis' : 'tornado.axisOf'),
      show: value => formatNumber(value, { decimals, locale }),
    })
  }, [moving, unit, t, locale])
  const name = unit === undefined ? '' : nameOf(unit.id)
  if (moving.length === 0)
    return (
      <section className={styles.box} aria-labelledby="one-at-a-time">
        <h3 id="one-at-a-time">{unit === undefined ? t('tornado.title') : t('tornado.titleOf', { name })}</h3>
        <p>{t('tornado.nothing')}</p>
      </section>
    )
  const count = Math.min(SHOWN, moving.length)
  const has = (kind: ChangeEnd['kind']) => moving.some(({ ends }) => ends.some(end => end.kind === kind))
  return (
    <ChartFrame
      level={3}
      title={unit === undefined ? t('tornado.title') : t('tornado.titleOf', { name })}
      subtitle={
        unit === undefined
          ? t('tornado.subtitle', { n: formatNumber(entries, { decimals: 0, locale }), count })
          : t('tornado.subtitleOf', { rank: formatNumber(unit.rank, { decimals: 0, locale }), count })
      }
      {...provenance}
      legend={LEGEND.filter(({ kind }) => has(kind)).map(({ kind, word, shape }) => ({
        label: t(word),
        colour: CHANGE_COLOUR[kind],
        shape,
      }))}
      table={{
        columns: [
          { title: t('tornado.what') },
          { title: t('tornado.how') },
          { title: t('tornado.change'), show: value => formatNumber(value, { decimals: 2, locale }) },
          ...(unit === undefined
            ? []
            : [
                {
                  title: t('tornado.rank', { name }),
                  show: (value: number) => formatNumber(value, { decimals: 0, locale }),
                },
              ]),
        ],
        rows: changes.flatMap(({ label, ends }) =>
          ends.map(({ word, change, rank }) => [
            label,
            word,
            change,
            ...(unit === undefined ? [] : [rank ?? t('tornado.unranked')]),
          ]),
        ),
      }}
      file={`${round.id}-one-at-a-time`}
      draw={draw}
    />
  )
}

/** What moves anything, each end where it leads to: a rank, or the mean change. */
const movingOf = (changes: readonly Change[], base: number | undefined): ChangeRow[] =>
  changes.flatMap(({ id, label, ends }) => {
    const moved = ends.flatMap(({ kind, word, change, rank }) => {
      const at = base === undefined ? change : rank
      return at == null || at === (base ?? 0) ? [] : [{ kind, word, at }]
    })
    return moved.length === 0 ? [] : [{ id, label, ends: moved }]
  })

import { Switch } from '@digdir/designsystemet-react'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { Sensitivity } from '@tumstock/engine/sensitivity'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ChartFrame } from '../ui/chart/chart-frame.tsx'
import { ChartRows } from '../ui/chart/chart-rows.tsx'
import { drawShareBars } from '../ui/chart/share-bars.ts'
import type { ShareBar } from '../ui/chart/share-layout.ts'
import type { Ask, Task } from './ask.ts'
import { assumptionTitle } from './assumption-words.ts'
import { SURE_COLOUR } from './colour.ts'
import { Progress } from './progress.tsx'
import styles from './sure.module.css'
import { useAssumed } from './use-assumed.ts'
import { type Computed, useOutcome } from './use-outcome.ts'
import type { Sure } from './use-sure.ts'
import { useTelling } from './use-telling.ts'

type SensitivityTask = Extract<Task, { kind: 'sensitivity' }>

/** Rows of the design, a power of two; each assumption makes one more run of each. */
const ROWS: Readonly<Record<number, number>> = { 1000: 512, 10000: 2048, 50000: 8192 }
const RESAMPLES = 100

/** Which assumption the ranks depend on, alone and together with others. @param ready whether it may be computed now */
export function Drivers({ sure, ready }: { sure: Sure; ready: boolean }) {
  const { t } = useTranslation('sure')
  const { round, assumptions, category, runs, seed, search, set } = sure
  const secondOrder = search.pairs === 1
  const ask = useMemo(
    (): Ask<SensitivityTask> => ({
      round: round.id,
      assumptions,
      ...(category !== undefined && { category }),
      task: {
        kind: 'sensitivity',
        runs: ROWS[runs] ?? 512,
        seed,
        bootstrap: RESAMPLES,
        ...(secondOrder && { secondOrder }),
      },
    }),
    [round.id, assumptions, category, runs, seed, secondOrder],
  )
  const several = assumptions.length > 1
  const computing = useOutcome(sure, ready && several ? ask : null)
  const { last, current } = computing
  if (!several)
    return (
      <section className={styles.box} aria-labelledby="drivers">
        <h3 id="drivers">{t('drivers.title')}</h3>
        <p>{t('drivers.one')}</p>
      </section>
    )
  return (
    <>
      <Progress computing={computing} sure={sure} />
      {last && (
        <div className={styles.outcome} data-stale={!current}>
          <Shares sure={sure} last={last} />
          <Switch
            data-size="sm"
            label={t('drivers.two')}
            checked={secondOrder}
            onChange={({ target }) => set({ pairs: target.checked ? 1 : undefined })}
          />
          {secondOrder && <Pairs sure={sure} last={last} />}
        </div>
      )}
    </>
  )
}

type Props = { sure: Sure; last: Computed<SensitivityTask> }

/** Of the ranks of all, or of the entry that is followed, where its own are known. */
const sharesOf = (outcome: Sensitivity, one: string | undefined) =>
  outcome.units?.find(({ id }) => id === one) ?? outcome.change

function Shares({ sure, last: { ask, outcome } }: Props) {
  const { one, nameOf, round } = sure
  const telling = useTelling(sure)
  const { t, locale } = telling
  const of = outcome.units?.some(({ id }) => id === one) ? one : undefined
  const shares = sharesOf(outcome, of)
  const name = of === undefined ? '' : nameOf(of)
  const provenance = useAssumed(sure, ask, outcome.runs)
  const panels = useMemo(() => {
    if (shares.outcome !== 'shared') return []
    const percent = (value: number) => formatShare(value, { decimals: 0, locale })
    const within = (value: number) => Math.min(1, Math.max(0, value))
    return (['first', 'total'] as const).map(order => ({
      id: order,
      title: t(order === 'first' ? 'drivers.alone' : 'drivers.total'),
      bars: shares.effects.flatMap((effect, at): ShareBar[] => {
        const assumption = ask.assumptions[at]
        const between = effect[`${order}Between`]
        if (!assumption) return []
        return [
          {
            id: `${order}-${at}`,
            label: assumptionTitle(assumption, telling),
            share: within(effect[order]),
            low: between ? within(between[0]) : null,
            high: between ? within(between[1]) : null,
            note: between
              ? t('drivers.between', {
                  share: percent(effect[order]),
                  low: percent(between[0]),
                  high: percent(between[1]),
                })
              : percent(effect[order]),
          },
        ]
      }),
    }))
  }, [shares, ask.assumptions, telling, t, locale])
  const draw = useMemo(
    () =>
      drawShareBars({
        panels,
        colour: SURE_COLOUR,
        show: share => formatShare(share, { decimals: 0, locale }),
      }),
    [panels, locale],
  )
  if (shares.outcome !== 'shared')
    return (
      <section className={styles.box} aria-labelledby="drivers">
        <h3 id="drivers">{of === undefined ? t('drivers.title') : t('drivers.titleOf', { name })}</h3>
        <p>
          {shares.outcome === 'notAlwaysRanked'
            ? t('drivers.notAlwaysRanked', { name })
            : of === undefined
              ? t('drivers.nothingVaries')
              : t('drivers.nothingVariesOf', { name })}
        </p>
      </section>
    )
  const most = shares.effects.reduce(
    (best, { total }, at) => (total > (shares.effects[best]?.total ?? 0) ? at : best),
    0,
  )
  const first = ask.assumptions[most]
  const what = first ? assumptionTitle(first, telling) : ''
  const runs = formatNumber(outcome.runs, { decimals: 0, locale })
  const alone = t('drivers.alone')
  const total = t('drivers.total')
  const show = (value: number) => formatShare(value, { decimals: 1, locale })
  return (
    <ChartFrame
      level={3}
      title={of === undefined ? t('drivers.finding', { what }) : t('drivers.findingOf', { name, what })}
      subtitle={t(of === undefined ? 'drivers.subtitle' : 'drivers.subtitleOf', { runs })}
      {...provenance}
      notice={<p className={styles.help}>{t('drivers.lines')}</p>}
      table={{
        columns: [
          { title: t('drivers.what') },
          ...[alone, total].flatMap(order => [
            { title: order, show },
            { title: t('drivers.low', { of: order }), show },
            { title: t('drivers.high', { of: order }), show },
          ]),
        ],
        rows: shares.effects.map((effect, at) => {
          const assumption = ask.assumptions[at]
          return [
            assumption ? assumptionTitle(assumption, telling) : '',
            effect.first,
            ...(effect.firstBetween ?? [null, null]),
            effect.total,
            ...(effect.totalBetween ?? [null, null]),
          ]
        }),
      }}
      file={`${round.id}-drivers`}
      draw={draw}
    />
  )
}

function Pairs({ sure, last: { ask, outcome } }: Props) {
  const telling = useTelling(sure)
  const { t, locale } = telling
  const shares = sharesOf(outcome, sure.one)
  if (shares.outcome !== 'shared' || !shares.pairs) return null
  const titleAt = (at: number) => {
    const assumption = ask.assumptions[at]
    return assumption ? assumptionTitle(assumption, telling) : ''
  }
  const show = (value: number) => formatShare(value, { decimals: 1, locale })
  const caption = t('drivers.twoTitle')
  return (
    <section className={styles.box} aria-labelledby="two-by-two">
      <h4 id="two-by-two">{caption}</h4>
      <ChartRows
        caption={caption}
        table={{
          columns: [
            { title: t('drivers.what') },
            { title: t('drivers.both') },
            { title: t('drivers.share'), show },
            { title: t('column.low'), show },
            { title: t('column.high'), show },
          ],
          rows: shares.pairs.map(({ of: [i, j], share, between }) => [
            titleAt(i),
            titleAt(j),
            share,
            ...(between ?? [null, null]),
          ]),
        }}
      />
    </section>
  )
}

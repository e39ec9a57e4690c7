import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { combineTitle } from '../results/combine-words.ts'
import type { Provenance } from '../ui/chart/chart.ts'
import { useLocale } from '../ui/locale.ts'
import type { CompareSearch } from './compare-search.ts'
import { BOUNDS, type ComparedRound, type Comparison, WHOLE } from './comparison.ts'

const KNOWN = [
  'different-frameworks',
  'totals-only',
  'shares-only',
  'no-results',
  'not-asked',
  'no-data',
] as const

const STEPS = ['denominate', 'screen', 'impute', 'treat'] as const

type Texts = { t: TFunction; tc: TFunction<'compare'>; locale: string }

const wordsOf = ({ t, tc, locale }: Texts) => {
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  /** (rank − ½)/n never reaches 100, and must not be shown as if it did. */
  const percentile = (share: number) => formatNumber(100 * share, { decimals: 1, locale })
  const percent = (value: number) => formatShare(value / 100, { decimals: 0, locale })

  const dimension = (id: string) =>
    id === WHOLE ? tc('whole') : t(`dimension.${id as 'GOV'}`, { defaultValue: id })

  const combine = (method: ComparedRound['method']) => combineTitle(method.combine, t, locale)

  /** What is done to the numbers before they are scored, each kind once, in order. */
  const steps = (done: NonNullable<ComparedRound['method']['steps']>): string => {
    const kinds = STEPS.filter(kind => done.some(step => step.do === kind))
    return kinds.length === 0 ? '–' : kinds.map(kind => tc(`steps.${kind}`)).join(', ')
  }

  const missing = (rule: ComparedRound['method']['missing']) =>
    typeof rule === 'string'
      ? tc(`missing.${rule}`)
      : tc('missing.needs', { share: formatShare(rule.needs, { decimals: 0, locale }) })

  /** Every reason why a dimension is not shown; null when it is. */
  const refusal = (comparison: Comparison, dimension: string): string | null => {
    const reasons = comparison.refusals
      .filter(refused => refused.dimension === dimension)
      .map(({ reason, rounds }) => {
        const known = KNOWN.find(code => code === reason) ?? 'other'
        const titles = rounds.map(id => comparison.rounds.find(round => round.id === id)?.title ?? id)
        return tc(`refusal.${known}`, { rounds: titles.join(', ') })
      })
    return reasons.length > 0 ? reasons.join('; ') : null
  }

  const band = (id: string) => {
    const at = BOUNDS.findIndex(bound => id.startsWith(`${bound}-`) || id === `>=${bound}`)
    const from = BOUNDS[at]
    const below = BOUNDS[at + 1]
    if (from === undefined) return tc('bandBelow', { below: whole(BOUNDS[0]) })
    return below === undefined
      ? tc('bandFrom', { from: whole(from) })
      : tc('bandBetween', { from: whole(from), to: whole(below - 1) })
  }

  const narrowing = (search: CompareSearch, nameOf: (unit: string) => string) =>
    [
      search.kind && t(`kind.${search.kind}`),
      search.band && `${tc('band')}: ${band(search.band)}`,
      search.peers && `${tc('peers')} ${nameOf(search.peers)}`,
    ].filter(Boolean)

  const provenance = (comparison: Comparison, narrowed: readonly unknown[]): Provenance => ({
    method: comparison.rounds
      .map(({ title, method, n, kind }) =>
        tc('methodOf', {
          title,
          rubric: method.rubric,
          combine: combine(method),
          missing: missing(method.missing),
          n: whole(n),
          made: kind === 'synthetic' ? tc('madeUp') : kind === 'record' ? tc('recorded') : '',
        }),
      )
      .join(' '),
    source: tc('source', {
      framework: comparison.framework ?? '–',
      narrowed: narrowed.length > 0 ? tc('narrowedTo', { what: narrowed.join('; ') }) : '',
    }),
  })

  return {
    t,
    tc,
    locale,
    whole,
    percentile,
    percent,
    combine,
    dimension,
    steps,
    missing,
    refusal,
    band,
    narrowing,
    provenance,
  }
}

export type Words = ReturnType<typeof wordsOf>

/** The words of a comparison in the reader's language; the same object until that changes. */
export function useWords(): Words {
  const { t } = useTranslation()
  const { t: tc } = useTranslation('compare')
  const locale = useLocale()
  return useMemo(() => wordsOf({ t, tc, locale }), [t, tc, locale])
}

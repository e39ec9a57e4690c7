import { skipToken, useQuery } from '@tanstack/react-query'
import { formatNumber, formatShare } from '@tumstock/engine/display'
import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { trpc } from '../api.ts'
import type { Round } from '../rounds/round.ts'
import { useLocale } from '../ui/locale.ts'
import { optionText, type Share, type Survey, type TrendRow } from './survey.ts'

type Texts = {
  t: TFunction<'survey'>
  frame: TFunction
  locale: string
  counties: ReadonlyMap<string, string>
}

const wordsOf = (round: Round, { t, frame, locale, counties }: Texts) => {
  const whole = (value: number) => formatNumber(value, { decimals: 0, locale })
  const percent = (share: number) => formatShare(share, { decimals: 0, locale })
  const signed = (points: number) => {
    const shown = formatNumber(points, { decimals: 0, locale })
    return points > 0 && shown !== '0' ? `+${shown}` : shown
  }

  /** `<2000`, `2000-4999`, `>=50000`, a kind, a county's code, or `?`. */
  const group = (id: string): string => {
    if (id === '?') return t('groupUnknown')
    if (id === 'municipality' || id === 'county') return frame(`kind.${id}`)
    const [, below] = /^<(\d+)$/.exec(id) ?? []
    if (below) return t('below', { below: whole(Number(below)) })
    const [, least] = /^>=(\d+)$/.exec(id) ?? []
    if (least) return t('from', { from: whole(Number(least)) })
    const [, from, to] = /^(\d+)-(\d+)$/.exec(id) ?? []
    if (from && to) return t('between', { from: whole(Number(from)), to: whole(Number(to)) })
    return counties.get(id) ?? id
  }

  const option = (question: string, id: string) =>
    optionText(
      round.rubric,
      { question, option: id },
      { unknown: t('unknown'), notApplicable: t('notApplicable') },
    )

  const note = ({ share, low, high, count, n }: Share): string => {
    if (share === null) return t('nobody')
    if (low !== null && high !== null && count !== null && n !== null)
      return t('note', {
        share: percent(share),
        low: whole(100 * low),
        high: whole(100 * high),
        count: whole(count),
        n: whole(n),
      })
    return n === null
      ? t('noteNoInterval', { share: percent(share) })
      : t('noteN', { share: percent(share), n: whole(n) })
  }

  const certainty = ({ significance, reason }: TrendRow): string => {
    if (significance === null) return t(`unsure.${reason}`)
    return significance.level === null
      ? t('sure.chance')
      : t('sure.moreThanChance', { level: significance.level.toLocaleString(locale) })
  }

  const source = t('source', {
    title: round.title,
    rubric: `${round.rubric.id}@${round.rubric.edition}`,
    made: round.kind === 'synthetic' ? t('madeUp') : round.kind === 'record' ? t('recorded') : '',
  })

  return { t, locale, whole, percent, signed, group, option, note, certainty, source }
}

export type Words = ReturnType<typeof wordsOf>

/** The words of a survey in the reader's language; counties by their name at the time. */
export function useWords(round: Round, survey: Survey | undefined): Words {
  const { t: frame } = useTranslation()
  const { t } = useTranslation('survey')
  const locale = useLocale()
  const codes = survey?.by === 'county' ? survey.groups.filter(group => group !== '?') : []
  const found = useQuery(
    trpc.units.positions.queryOptions(
      codes.length > 0
        ? { ids: codes.map(code => `${round.country}-${code}`), date: round.referenceDate }
        : skipToken,
    ),
  )
  const counties = useMemo(
    () => new Map(found.data?.map(({ id, name }) => [id.slice(id.indexOf('-') + 1), name] as const) ?? []),
    [found.data],
  )
  return useMemo(() => wordsOf(round, { t, frame, locale, counties }), [round, t, frame, locale, counties])
}

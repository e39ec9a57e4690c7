import type { TFunction } from 'i18next'
import { countryColour } from '../ui/colours.ts'
import { type ComparedRound, figureOf } from './comparison.ts'

const SYMBOLS = ['circle', 'diamond2', 'square', 'triangle'] as const

/** The same shapes in a legend. */
export const SHAPE = { circle: 'dot', diamond2: 'diamond', square: 'bar', triangle: 'triangle' } as const

/** A round as the pictures show it: its country's colour, and a shape that tells it from others of that country. */
export type Side = {
  round: ComparedRound
  /** Round and country: what stands beside its dots. */
  label: string
  /** The country, or the round where a country has several. */
  short: string
  colour: string
  symbol: (typeof SYMBOLS)[number]
}

export const sidesOf = (rounds: readonly ComparedRound[], t: TFunction): Side[] => {
  const several = new Set(rounds.map(round => round.country)).size < rounds.length
  return rounds.map((round, at) => {
    const before = rounds.slice(0, at).filter(other => other.country === round.country).length
    return {
      round,
      short: several ? round.title : t(`country.${round.country as 'NO'}`),
      label: `${t(`country.${round.country as 'NO'}`)}: ${round.title}`,
      colour: countryColour(round.country),
      symbol: SYMBOLS[before % SYMBOLS.length] ?? 'circle',
    }
  })
}

/** Each side with how many of its rows have the figure that is shown. */
export const grounds = (sides: readonly Side[], by: string, show: (n: number) => string): string =>
  sides
    .map(
      ({ label, round }) =>
        `${label} (n ${show(round.rows.filter(row => figureOf(row, by) !== null).length)})`,
    )
    .join(' · ')

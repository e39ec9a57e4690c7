/** The countries of which the register knows units. */
export const COUNTRIES = ['NO', 'SE', 'DK', 'FI', 'IS'] as const

export type Country = (typeof COUNTRIES)[number]

export type UnitKind = 'municipality' | 'county'

/**
 * One version of a municipality or county: a new one begins whenever its name or its county changes, so that a
 * table of 2014 shows the names of 2014. Versions of one id never overlap.
 */
export type Unit = {
  /** Country and official code: `NO-0534` a municipality, `NO-05` a county. Never join by name. */
  readonly id: string
  /** Official code. Leading zeros count, so it is never a number. */
  readonly code: string
  readonly country: Country
  readonly kind: UnitKind
  /** Unique in its country and kind at any date: `Våler (Østfold)` where there is a second Våler. */
  readonly name: string
  /** By language: nb, se (Northern Sami), smj (Lule Sami), sma (Southern Sami), fkv (Kven), fi, sv. */
  readonly names?: Readonly<Record<string, string>>
  /** The official form where it differs: `Österåkers kommun`, `Hábmer - Hamarøy`, `Våler`. */
  readonly officialName?: string
  /** Code of the county at the time; null for a county, and where a country has none. */
  readonly county: string | null
  /**
   * Counties only: is it run by an elected authority of its own, which can take part in a round as a unit? Oslo is
   * not (the municipality has the county's tasks), neither is Gotland, neither are the Finnish regions. Hence 19
   * Norwegian counties in 2014, of which 18 county municipalities.
   */
  readonly countyMunicipality?: boolean
  /**
   * Population-weighted centre, in degrees, of the territory in 2020; null where no source gives one for this very
   * unit (see `positionOf`). Of a county: the mean of its municipalities' centres by population.
   */
  readonly position: { readonly lat: number; readonly lon: number } | null
  /** First day of this version, or first day that the register covers the country (see `coverageOf`). */
  readonly validFrom: string
  /** First day after this version; null while it stands. */
  readonly validTo: string | null
}

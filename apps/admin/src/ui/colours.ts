/**
 * One colour each in the whole app, from Okabe and Ito's palette, which stays apart under the common kinds of colour
 * blindness (Okabe & Ito 2008, "Color Universal Design"). Never the only carrier of meaning: a label stands beside it.
 */
const BLUE = '#0072b2'
const ORANGE = '#d55e00'
const GREEN = '#009e73'
const PINK = '#cc79a7'
const SKY = '#56b4e9'
const AMBER = '#e69f00'
const GREY = '#6b7780'

const COUNTRY: Record<string, string> = { NO: ORANGE, SE: BLUE, DK: PINK, FI: SKY, IS: GREEN }

export const countryColour = (country: string): string => COUNTRY[country] ?? GREY

const CATEGORIES = [SKY, AMBER, GREEN, PINK, BLUE, ORANGE] as const

/** By the category's place in its rubric, so that it keeps its colour on every screen. */
export const categoryColour = (index: number): string =>
  index < 0 ? GREY : (CATEGORIES[index % CATEGORIES.length] ?? GREY)

export const MUTED = GREY
export const HIGHLIGHT = '#111827'

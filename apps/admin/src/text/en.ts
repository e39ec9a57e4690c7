import { frame } from './en/frame.ts'
import { mine } from './en/mine.ts'
import { rounds } from './en/rounds.ts'
import { signIn } from './en/sign-in.ts'
import type { texts as more } from './en-more.ts'
import type { Shape } from './shape.ts'

/** What the first page says; the other pages' words are in `en-more.ts`. */
export const texts = {
  mine,
  frame,
  rounds,
  signIn,
} as const

export type FirstTexts = Shape<typeof texts>
export type MoreTexts = Shape<typeof more>
/** Every area's keys; English is the shape that the other languages are held to. */
export type Texts = FirstTexts & MoreTexts

import { compare } from './en/compare.ts'
import { frame } from './en/frame.ts'
import { rounds } from './en/rounds.ts'
import { setUp } from './en/set-up.ts'
import { signIn } from './en/sign-in.ts'
import type { Shape } from './shape.ts'

export const texts = {
  compare,
  frame,
  rounds,
  signIn,
  setUp,
} as const

/** Every area's keys; English is the shape that the other languages are held to. */
export type Texts = Shape<typeof texts>

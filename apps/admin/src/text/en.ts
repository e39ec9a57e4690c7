import { frame } from './en/frame.ts'
import { rounds } from './en/rounds.ts'
import { signIn } from './en/sign-in.ts'
import type { Shape } from './shape.ts'

export const texts = {
  frame,
  rounds,
  signIn,
} as const

/** Every area's keys; English is the shape that the other languages are held to. */
export type Texts = Shape<typeof texts>

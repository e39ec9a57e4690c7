import type { Texts } from './en.ts'
import { frame } from './nb/frame.ts'
import { rounds } from './nb/rounds.ts'
import { signIn } from './nb/sign-in.ts'

export const texts: Texts = {
  frame,
  rounds,
  signIn,
}

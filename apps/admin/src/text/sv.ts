import type { Texts } from './en.ts'
import { frame } from './sv/frame.ts'
import { rounds } from './sv/rounds.ts'
import { signIn } from './sv/sign-in.ts'

export const texts: Texts = {
  frame,
  rounds,
  signIn,
}

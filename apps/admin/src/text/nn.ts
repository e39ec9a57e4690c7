import type { Texts } from './en.ts'
import { frame } from './nn/frame.ts'
import { rounds } from './nn/rounds.ts'
import { signIn } from './nn/sign-in.ts'

export const texts: Texts = {
  frame,
  rounds,
  signIn,
}

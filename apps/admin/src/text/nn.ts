import type { Texts } from './en.ts'
import { compare } from './nn/compare.ts'
import { frame } from './nn/frame.ts'
import { rounds } from './nn/rounds.ts'
import { setUp } from './nn/set-up.ts'
import { signIn } from './nn/sign-in.ts'

export const texts: Texts = {
  compare,
  frame,
  rounds,
  signIn,
  setUp,
}

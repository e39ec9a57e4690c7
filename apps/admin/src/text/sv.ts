import type { Texts } from './en.ts'
import { compare } from './sv/compare.ts'
import { frame } from './sv/frame.ts'
import { rounds } from './sv/rounds.ts'
import { setUp } from './sv/set-up.ts'
import { signIn } from './sv/sign-in.ts'

export const texts: Texts = {
  compare,
  frame,
  rounds,
  signIn,
  setUp,
}

import type { Texts } from './en.ts'
import { compare } from './nb/compare.ts'
import { frame } from './nb/frame.ts'
import { rounds } from './nb/rounds.ts'
import { setUp } from './nb/set-up.ts'
import { signIn } from './nb/sign-in.ts'

export const texts: Texts = {
  compare,
  frame,
  rounds,
  signIn,
  setUp,
}

import type { FirstTexts } from './en.ts'
import { frame } from './sv/frame.ts'
import { mine } from './sv/mine.ts'
import { rounds } from './sv/rounds.ts'
import { signIn } from './sv/sign-in.ts'

export const texts: FirstTexts = {
  mine,
  frame,
  rounds,
  signIn,
}

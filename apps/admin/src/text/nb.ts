import type { FirstTexts } from './en.ts'
import { frame } from './nb/frame.ts'
import { mine } from './nb/mine.ts'
import { rounds } from './nb/rounds.ts'
import { signIn } from './nb/sign-in.ts'

export const texts: FirstTexts = {
  mine,
  frame,
  rounds,
  signIn,
}

import type { FirstTexts } from './en.ts'
import { frame } from './nn/frame.ts'
import { mine } from './nn/mine.ts'
import { rounds } from './nn/rounds.ts'
import { signIn } from './nn/sign-in.ts'

export const texts: FirstTexts = {
  mine,
  frame,
  rounds,
  signIn,
}

import type { Texts } from './en.ts'
import { frame } from './nb/frame.ts'
import { rounds } from './nb/rounds.ts'

export const texts: Texts = {
  frame,
  rounds,
}
